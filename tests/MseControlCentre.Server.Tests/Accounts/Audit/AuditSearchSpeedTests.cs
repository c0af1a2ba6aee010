using System.Diagnostics;
using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Indexes;
using MseControlCentre.Tests.Shared;
using Xunit.Abstractions;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>
/// A search of a year of acts finds the few that are asked for. <c>AUDIT_ACTS=1000000</c> makes the year as long as it may
/// become, and the time of each search is printed.
/// </summary>
public sealed class AuditSearchSpeedTests(ITestOutputHelper output)
{
    private const int Rare = 997;

    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Search_OfManyActs_FindsTheFewOfEachFilter()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("AUDIT_ACTS") ?? "20000", CultureInfo.InvariantCulture);
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "audit-index.db");
        Fill(file, count);
        output.WriteLine($"{count:N0} acts, {new FileInfo(file).Length / count} bytes for each");
        using var connection = IndexFile.OpenToRead(file);
        var spread = TimeSpan.FromDays(365) / count;
        (string Name, AuditAsked Asked, Func<int, bool> Matches)[] filters =
        [
            ("everything", new AuditAsked(), _ => true),
            ("a person", new AuditAsked(Actor: "p_7"), number => number % 300 == 7),
            ("a person's refusals", new AuditAsked(Actor: "p_7", Allowed: false), number => number % 300 == 7 && number % Rare == 0),
            ("an operation", new AuditAsked(What: "SeePatients"), number => number % 3 == 0),
            ("a site", new AuditAsked(Site: "RAJ32"), number => number % 5 == 0),
            ("refusals", new AuditAsked(Allowed: false), number => number % Rare == 0),
            ("an address", new AuditAsked(Address: "10.0.0.77"), number => number % 250 == 77),
            ("a day, eleven months ago", new AuditAsked(From: s_start.AddDays(30), To: s_start.AddDays(31)),
                number => spread * number >= TimeSpan.FromDays(30) && spread * number <= TimeSpan.FromDays(31)),
            ("a word that is nowhere", new AuditAsked(Text: "nowhere"), _ => false),
            ("a word of few", new AuditAsked(Text: "rare word"), number => number % Rare == 0),
        ];

        foreach (var (name, asked, matches) in filters)
        {
            var watch = Stopwatch.StartNew();
            var found = AuditSearch.Find(connection, asked, null, 100);
            output.WriteLine($"{count:N0} acts, {name}: {watch.Elapsed.TotalMilliseconds:N0} ms, {found.Count} found");

            var expected = Enumerable.Range(0, count).Reverse().Where(matches).Take(100).Select(number => number + 1L);
            Assert.Equal(expected, found.Select(act => act.Sequence));
        }
    }

    private static void Fill(string file, int count)
    {
        using var writer = new AuditIndexWriter(file);
        foreach (var part in Enumerable.Range(0, count).Chunk(10_000))
        {
            var acts = part.Select(number => Act(number, count)).ToList();
            writer.Add(acts, acts[^1]);
        }
    }

    private static JournalEntry Act(int number, int count)
    {
        var at = s_start + (TimeSpan.FromDays(365) / count * number);
        return new JournalEntry(number + 1, at, new FlowEvent
        {
            Source = "control-centre",
            MessageId = $"access/{number}",
            OccurredAt = at,
            Site = "MSE",
            Detail = new AccessRecorded(
                at,
                number % Rare == 0 ? "Refused" : "Saw",
                number % Rare != 0,
                $"p_{number % 300}",
                $"Person {number % 300}",
                "Controller",
                number % 3 == 0 ? "SeePatients" : "SeeDelayedDischarges",
                number % 5 == 0 ? "RAJ32" : "RAJ12",
                Address: $"10.0.0.{number % 250}",
                Page: "/sites/RAJ12",
                Answer: 200,
                Words: number % Rare == 0 ? "a rare word" : null),
        });
    }
}
