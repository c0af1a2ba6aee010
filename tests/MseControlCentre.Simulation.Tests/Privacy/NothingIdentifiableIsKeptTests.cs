using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using MseControlCentre.Simulator;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Privacy;

/// <summary>
/// Sends a running server hours of a simulated day, good messages and broken ones, and looks for every identifier that
/// was sent in everything the server has written and in everything it shows.
/// </summary>
public sealed partial class NothingIdentifiableIsKeptTests
{
    /// <summary>
    /// Begins of the paths of what must be there, to be searched: a killed server leaves its logs of writing too. That of
    /// the accounts is taken in by the command after it.
    /// </summary>
    private static readonly string[] s_kept =
    [
        "journal.db", "journal.db-wal", "accounts.db", "audit-index.db", "audit-inbox/",
        "notifications.db", "notifications.db-wal", "quarantine", "logs/", "form-keys/", "pseudonym.key",
    ];

    [Fact]
    public async Task Day_GoodAndBrokenMessages_NoIdentifierInJournalLogQuarantineOrScreens()
    {
        using var data = new TemporaryDirectory();
        using var settings = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(
            data.Path, "--notifications", WriteNotifications(settings.Path));
        using var http = new HttpClient { BaseAddress = server.Address };
        using var reader = await ServerProcess.ReaderAsync(server.Address, data.Path, "Controller");
        using var mllp = await MllpSender.ConnectAsync(server.MllpPort);
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        var answers = new StringBuilder();
        var number = 0;
        foreach (var message in Messages())
        {
            identifiers.UnionWith(IdentifiersSent.Of(message));
            answers.AppendLine(await SendAsync(message, number++ % 10 == 0, mllp, http));
        }

        Assert.True(identifiers.Count > 3_000, $"Only {identifiers.Count} identifiers were sent.");
        var typed = new TypedIdentifiers(server);
        answers.AppendLine(await typed.SendAsync());
        identifiers.UnionWith(TypedIdentifiers.All);
        Assert.Contains("MSA|AE", answers.ToString(), StringComparison.Ordinal);
        foreach (var page in (string[])["wall", "api/status", "api/picture", "openapi/v1.json", "sites/RAJ12", "discharges", "discharges.csv", "sitreps",
            "feeds", "feeds/quarantine", "feeds/quarantine.csv", "api/quarantine", "api/delayed-discharges?format=csv", "flow",
            "api/figures/RAJ12:ed.in-department/evidence", "figures/RAJ12:ed.in-department"])
        {
            answers.AppendLine(await reader.GetStringAsync(page));
        }

        await server.KillAsync();

        // Nobody is left to take what this command did out of the audit's inbox.
        (await ServerProcess.ReaderAsync(server.Address, data.Path)).Dispose();
        AssertNoneIn("what the server answered and shows", answers.ToString(), identifiers);
        AssertNoneIn("what the server printed", server.Output, identifiers);
        var files = Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories);
        Assert.All(s_kept, kept => Assert.Contains(
            files, file => Path.GetRelativePath(data.Path, file).StartsWith(kept, StringComparison.Ordinal)));
        foreach (var file in files)
        {
            AssertNoneIn(Path.GetRelativePath(data.Path, file), Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), identifiers);
        }
    }

    private static string WriteNotifications(string folder)
    {
        var file = Path.Combine(folder, "notifications.json");
        File.WriteAllText(Path.Combine(folder, "webhook.secret"), "http://127.0.0.1:9/");
        File.WriteAllText(file, """
            {
              "channels": [ { "id": "team", "kind": "webhook", "address": { "file": "webhook.secret" } } ],
              "rules": [ { "id": "team", "for": "Control centre", "channel": "team" } ]
            }
            """);
        return file;
    }

    private static IEnumerable<OutgoingMessage> Messages()
    {
        var origin = DateTimeOffset.UtcNow.AddHours(-4);
        var network = NetworkFileReader.ReadFile(Repository.NetworkFile);
        var system = new SimulatedSystem(network, seed: 11, origin, Faults.None);
        return system.AdvanceTo(origin.AddMinutes(1)).Concat(system.AdvanceTo(origin.AddHours(3)));
    }

    /// <summary>Every tenth message is broken in a way that hospitals break them; the identifiers in it stay.</summary>
    private static async Task<string> SendAsync(OutgoingMessage message, bool broken, MllpSender mllp, HttpClient http)
    {
        if (message.IsHl7)
        {
            var text = broken ? message.Payload.Replace("|PAS|", "|NEWPAS|", StringComparison.Ordinal) : message.Payload;
            return await mllp.SendAsync(text);
        }

        var json = broken ? message.Payload.Replace("\"kind\":\"", "\"kind\":\"Un", StringComparison.Ordinal) : message.Payload;
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("api/events", content);

        // A sender learns the identity of its own message from the answer; that is no patient's.
        return (await response.Content.ReadAsStringAsync()).Replace(message.MessageId, string.Empty, StringComparison.Ordinal);
    }

    /// <summary>
    /// Identifiers of eight characters and more are looked for anywhere; shorter ones, which turn up by chance within
    /// pseudonyms, as whole words. Birth dates are looked for outside longer numbers: 20041217 is part of a
    /// message's time of 20261120041217.
    /// </summary>
    private static void AssertNoneIn(string place, string text, HashSet<string> identifiers)
    {
        var words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        words.IntersectWith(identifiers);
        Assert.True(words.Count == 0, $"{place} holds {string.Join(", ", words.Take(5))}");
        words = [.. Dates().Matches(text).Select(match => match.Value)];
        words.IntersectWith(identifiers);
        Assert.True(words.Count == 0, $"{place} holds {string.Join(", ", words.Take(5))}");
        var sought = SearchValues.Create(
            [.. identifiers.Where(id => id.Length > 8 || id.Length == 8 && !Dates().IsMatch(id))], StringComparison.Ordinal);
        var found = text.AsSpan().IndexOfAny(sought);
        Assert.True(found < 0, $"{place} holds an identifier: {(found < 0 ? null : text.AsSpan(found, 20).ToString())}");
    }

    // Eight digits that are no part of a longer number.
    [GeneratedRegex(@"(?<!\d)\d{8}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Dates();

    /// <summary>Whatever can stand round a word in JSON, HL7, HTML and a database page.</summary>
    private static readonly char[] s_separators =
    [
        .. Enumerable.Range(0, 256)
            .Select(code => (char)code)
            .Where(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or ' ' or '/' or '\'')),
    ];
}
