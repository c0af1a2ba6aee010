using System.Globalization;
using System.Net.Http.Json;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Notifications;

/// <summary>
/// The server is killed again and again while it tells of escalations, and of calls and what is owed from them, to a mail
/// server and a webhook that fail. In the end every step has been taken by everybody, under one identity each. A seed that fails is written to
/// <c>artifacts/failing-seeds</c>; <c>NOTIFICATION_SEED</c> runs it again.
/// </summary>
public sealed class KilledWhileTellingTests
{
    private const int Kills = 8;
    private const double Faults = 0.4;

    private static readonly string[] s_people = ["site.manager@example.nhs.uk", "director@example.nhs.uk"];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Kill_WhileStepsAreTold_EveryStepIsTakenUnderOneIdentity()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("NOTIFICATION_SEED"), CultureInfo.InvariantCulture, out var given)
                ? given
                : Environment.TickCount;
        try
        {
            await TellAndKillAsync(seed);
        }
        catch
        {
            var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "failing-seeds"));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "notifications"), seed.ToString(CultureInfo.InvariantCulture));
            throw;
        }
    }

    private static async Task TellAndKillAsync(int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryDirectory();
        await using var mail = await MailReceiver.StartAsync(seed, Faults);
        await using var webhook = await WebhookReceiver.StartAsync(seed, Faults);
        string[] options =
        [
            "--network", ManyLevels.Write(folder.Path, Kills + 1),
            "--notifications", WriteSettings(folder.Path, mail.Port, webhook.Address),
        ];
        var data = Path.Combine(folder.Path, "data");
        for (var level = 0; level < Kills; level++)
        {
            await CallsBetweenStarts.HoldAsync(data, level);
            await using var server = await ServerProcess.StartAsync(data, options);
            var before = mail.Taken.Count + webhook.Taken.Count;
            await ArriveAsync(server.Address, level);
            var more = random.Next(1, 10);
            await UntilAsync(() => mail.Taken.Count + webhook.Taken.Count >= before + more, seed);
            await server.KillAsync();
        }

        await mail.FailAsync(0);
        webhook.Faults = 0;
        await using var last = await ServerProcess.StartAsync(data, options);
        await ArriveAsync(last.Address, Kills);
        await UntilAsync(
            async () => (await StepsAsync(data)) is { Count: > 0 } steps
                && steps.Count(step => step.Level == $"level-{Kills}") == ManyLevels.Sites.Count
                && steps.Count(step => step.Level is nameof(CallActionChased)) == Kills - 1
                && Missing(steps, mail, webhook).Count == 0,
            seed);
        await last.KillAsync();
        AssertEachHasOneIdentity(await StepsAsync(data), mail, webhook, seed);
    }

    private static List<string> Missing(IReadOnlyList<(string Step, string Level)> steps, MailReceiver mail, WebhookReceiver webhook)
    {
        var taken = Taken(mail, webhook).Select(one => (one.Step, one.To)).ToHashSet();
        return
        [
            .. from step in steps
               from to in s_people.Append(WebhookReceiver.Secret)
               where !taken.Contains((step.Step, to))
               select $"{step.Step} to {to}",
        ];
    }

    private static void AssertEachHasOneIdentity(
        IReadOnlyList<(string Step, string Level)> steps, MailReceiver mail, WebhookReceiver webhook, int seed)
    {
        var taken = Taken(mail, webhook).ToList();
        var identities = taken.GroupBy(one => (one.Step, one.To))
            .ToDictionary(one => one.Key, one => one.Select(two => two.Identity).ToHashSet(StringComparer.Ordinal));

        Assert.Equal(steps.Count * (s_people.Length + 1), identities.Count);
        Assert.All(identities, one => Assert.True(
            one.Value.Count == 1, $"Seed {seed}: {one.Key} came under {one.Value.Count} identities."));
        Assert.Equal(
            identities.Count, identities.SelectMany(one => one.Value).Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<(string Step, string To, string Identity)> Taken(
        MailReceiver mail, WebhookReceiver webhook) =>
    [
        .. from one in mail.Taken
           from step in one.Steps
           from to in one.To
           select (step, to, one.Identity),
        .. from card in webhook.Taken
           from step in card.Steps
           select (step, WebhookReceiver.Secret, card.Identity),
    ];

    // An ambulance that has waited long enough for the level at each site, and one that comes now: the feed lives.
    private static async Task ArriveAsync(Uri server, int level)
    {
        using var http = new HttpClient { BaseAddress = server };
        foreach (var site in ManyLevels.Sites)
        {
            foreach (var minutes in new[] { ManyLevels.LimitOf(level) + 1, 0 })
            {
                using var answer = await http.PostAsJsonAsync("api/events", new
                {
                    source = "eeast-cad",
                    messageId = $"{site}-{level}-{minutes}",
                    occurredAt = DateTimeOffset.UtcNow.AddMinutes(-minutes),
                    site,
                    kind = nameof(AmbulanceArrived),
                    detail = new { conveyance = $"{site}-{level}-{minutes}" },
                });
                answer.EnsureSuccessStatusCode();
            }
        }
    }

    private static async Task<IReadOnlyList<(string Step, string Level)>> StepsAsync(string data)
    {
        await using var journal = await SqliteJournal.OpenReadOnlyAsync(
            Path.Combine(data, "journal.db"), CancellationToken.None);
        var steps = new List<(string, string)>();
        await foreach (var batch in journal.ReadAsync(0, CancellationToken.None))
        {
            steps.AddRange(batch.Select(entry => entry.Event.Detail).OfType<CallEvent>()
                .Where(told => told is CallOpened { By: not null } or CallActionAgreed or CallActionChased)
                .Select(told => (CallIdentity.Message(told.Call, told.Part, told.Revision), told.GetType().Name)));
            steps.AddRange(batch.Select(entry => entry.Event.Detail).OfType<EscalationEvent>()
                .Select(step => (
                    EscalationIdentity.Message(step.Escalation, step.Step),
                    (step as EscalationRaised)?.Level ?? ((EscalationPassedUp)step).Level)));
        }

        return steps;
    }

    private static Task UntilAsync(Func<bool> condition, int seed) =>
        UntilAsync(() => Task.FromResult(condition()), seed);

    private static async Task UntilAsync(Func<Task<bool>> condition, int seed)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, $"Seed {seed}: not everything was told within {s_patience}.");
            await timer.WaitForNextTickAsync();
        }
    }

    private static string WriteSettings(string folder, int mailPort, Uri webhook)
    {
        var file = Path.Combine(folder, "notifications.json");
        File.WriteAllText(Path.Combine(folder, "webhook.secret"), webhook.AbsoluteUri);
        File.WriteAllText(file, $$"""
            {
              "channels": [
                { "id": "mail", "kind": "email", "host": "127.0.0.1", "port": {{mailPort}}, "tls": "none",
                  "from": "control-centre@example.nhs.uk" },
                { "id": "team", "kind": "webhook", "address": { "file": "webhook.secret" } }
              ],
              "rules": [
                { "id": "people", "for": "People", "channel": "mail", "kinds": ["handoverDelay", "tacticalCall", "callAction"],
                  "to": ["{{s_people[0]}}", "{{s_people[1]}}"] },
                { "id": "team", "for": "Control centre", "channel": "team", "kinds": ["handoverDelay", "tacticalCall", "callAction"] }
              ],
              "retry": { "firstSeconds": 1, "longestSeconds": 2 }
            }
            """);
        return file;
    }
}
