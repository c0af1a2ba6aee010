using System.Globalization;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Calls;

/// <summary>
/// The server is killed again and again while it prepares calls and keeps their packs. In the end each call was prepared
/// once, and each of its packs is there once and of its own instant, whether or not the server was up then.
/// <c>CALL_SEED</c> runs the same kills again.
/// </summary>
public sealed class KilledWhilePreparingTests
{
    private const int Calls = 6;
    private const int Kills = 7;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task Kill_BetweenAnyTwoSteps_LosesNoCallAndNoPackAndDoublesNone()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CALL_SEED"), CultureInfo.InvariantCulture, out var given)
                ? given
                : Environment.TickCount;
        var random = new Random(seed);
        using var folder = new TemporaryDirectory();
        var data = Path.Combine(folder.Path, "data");
        string[] options = ["--network", Write(folder.Path, DateTimeOffset.UtcNow.AddSeconds(90))];
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.StartAsync(data, options);
            var more = (await ToldAsync(data)).Count + random.Next(0, 4);
            await UntilAsync(async () => await ToldAsync(data) is var told && (told.Count >= more || IsWhole(told)), seed);
            await server.KillAsync();
        }

        await using var last = await ServerProcess.StartAsync(data, options);
        await UntilAsync(async () => IsWhole(await ToldAsync(data)), seed);
        await last.KillAsync();
        var told = await ToldAsync(data);

        Assert.Equal(Calls, told.Select(one => one.Told.Call).Distinct(StringComparer.Ordinal).Count());
        Assert.All(told.GroupBy(one => one.Told.Call), call =>
        {
            var opened = Assert.Single(call, one => one.Told is CallOpened);
            var begins = ((CallOpened)opened.Told).StartsAt;
            DateTimeOffset[] instants = opened.At < begins ? [opened.At, begins] : [begins];
            var packs = call.Select(one => one.Told).OfType<CallPackKept>().ToList();
            Assert.Equal(Enumerable.Range(1, instants.Length), packs.Select(pack => pack.Revision));
            Assert.Equal(instants, packs.Select(pack => pack.Pack.At));
            Assert.Equal(1 + instants.Length, call.Count());
        });
    }

    private static bool IsWhole(IReadOnlyList<(DateTimeOffset At, CallEvent Told)> told) =>
        told.Count(one => one.Told is CallOpened) == Calls
        && told.Where(one => one.Told is CallOpened).All(opened => told.Any(one =>
            one.Told is CallPackKept kept && kept.Call == opened.Told.Call
            && kept.Pack.At == ((CallOpened)opened.Told).StartsAt));

    private static async Task<IReadOnlyList<(DateTimeOffset At, CallEvent Told)>> ToldAsync(string data)
    {
        await using var journal = await SqliteJournal.OpenReadOnlyAsync(
            Path.Combine(data, "journal.db"), CancellationToken.None);
        var told = new List<(DateTimeOffset, CallEvent)>();
        await foreach (var batch in journal.ReadAsync(0, CancellationToken.None))
        {
            told.AddRange(batch.Select(entry => entry.Event)
                .Where(one => one.Detail is CallEvent).Select(one => (one.OccurredAt, (CallEvent)one.Detail)));
        }

        return told;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, int seed)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, $"CALL_SEED={seed}: not everything was there in {s_patience}.");
            await timer.WaitForNextTickAsync();
        }
    }

    // By clocks on which it is noon, so that no call of the test lies beyond midnight.
    private static string Write(string folder, DateTimeOffset startsAt)
    {
        var ahead = 12 - startsAt.UtcDateTime.Hour;
        var local = startsAt.AddHours(ahead).AddMinutes(1);
        var network = JsonNode.Parse(File.ReadAllText(Repository.NetworkFile))!;
        network["timeZone"] = string.Create(
            CultureInfo.InvariantCulture, $"Etc/GMT{(ahead > 0 ? "-" : "+")}{Math.Abs(ahead)}");
        network["calls"]!["regular"] = new JsonArray(
            [.. Enumerable.Range(0, Calls).Select(number => new JsonObject
            {
                ["code"] = $"call-{number}", ["name"] = $"Call {number}", ["packAt"] = "06:00", ["statementsBy"] = "06:00",
                ["startsAt"] = local.ToString("HH:mm", CultureInfo.InvariantCulture), ["basis"] = "made up for tests",
            })]);
        var file = Path.Combine(folder, "network.json");
        File.WriteAllText(file, network.ToJsonString());
        return file;
    }
}
