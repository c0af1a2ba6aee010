using System.Globalization;
using System.Text.Json;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Simulator;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Truth;

/// <summary>
/// Whole simulated days through the real feeds, delivered late, twice and out of order: at every tenth minute each
/// figure equals what the simulator, which shares no code with the server, knows to be true.
/// </summary>
public sealed class BoardAgainstTruthTests
{
    /// <summary>Whether a figure that the truth knows and the board does not have is a difference.</summary>
    private const bool IsBoardComplete = true;

    [Theory]
    [InlineData(1, "2026-11-23T06:00:00Z")] // a Monday
    [InlineData(2, "2026-11-28T18:30:00Z")] // a Saturday night into Sunday
    [InlineData(3, "2026-10-24T12:00:00Z")] // clocks go back
    public async Task Day_DeliveredLateTwiceAndShuffled_EveryFigureEqualsTheTruth(ulong seed, string origin)
    {
        var start = DateTimeOffset.Parse(origin, CultureInfo.InvariantCulture);
        var system = new SimulatedSystem(
            NetworkFileReader.ReadFile(Repository.NetworkFile), seed, start, Faults.Late | Faults.Duplicate | Faults.Shuffle);
        await using var doors = new FeedDoors(await File.ReadAllBytesAsync(Repository.NetworkFile), start);
        var truths = new List<(DateTimeOffset At, IReadOnlyDictionary<string, double?> Truth)>();
        for (var at = start; at <= start.AddDays(1); at = at.AddMinutes(10))
        {
            await DeliverAsync(doors, system.AdvanceTo(at));
            truths.Add((at, system.Truth()));
        }

        await DeliverAsync(doors, system.Settle());

        var entries = await doors.EntriesAsync();
        Assert.True(entries.Count > 10_000, $"A day of the system has more than {entries.Count} events.");
        Assert.Equal(145, truths.Count);
        var differences = Differences(entries, truths).ToList();
        Assert.True(
            differences.Count == 0,
            $"{differences.Count} figures differ:\n{Summary(differences)}");
    }

    /// <summary>For each measure how often it differs, and the first two times.</summary>
    private static string Summary(IEnumerable<string> differences) => string.Join('\n', differences
        .GroupBy(difference => difference.Split(' ')[1].Split(':')[1], StringComparer.Ordinal)
        .Select(group => $"{group.Count()} x {group.Key}: {string.Join("; ", group.Take(2))}"));

    private static async Task DeliverAsync(FeedDoors doors, IEnumerable<OutgoingMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.DeliverAt > doors.Clock.GetUtcNow())
            {
                doors.Clock.SetTo(message.DeliverAt);
            }

            if (message.IsHl7)
            {
                var answer = await doors.SendHl7Async(message.Payload);
                Assert.True(MllpSender.CodeOf(answer) == "AA", answer);
            }
            else
            {
                var (status, reply) = await doors.SendJsonAsync(message.Payload);
                Assert.True(status == 202, JsonSerializer.Serialize(reply));
            }
        }
    }

    /// <summary>What differs at each instant, from the entries about what had happened by then, in delivery order.</summary>
    private static IEnumerable<string> Differences(
        List<JournalEntry> entries, List<(DateTimeOffset At, IReadOnlyDictionary<string, double?> Truth)> truths)
    {
        var centre = new ControlCentre();
        centre.Apply(new JournalEntry(1, truths[0].At, Adoption()));
        var waiting = entries;
        foreach (var (at, truth) in truths)
        {
            foreach (var entry in waiting.Where(entry => entry.Event.OccurredAt <= at))
            {
                centre.ApplyOutOfSequence(entry);
            }

            waiting = waiting.FindAll(entry => entry.Event.OccurredAt > at);
            var figures = centre.PictureAt(at).AllFigures().ToDictionary(figure => figure.Id, figure => figure.Value);
            foreach (var (id, expected) in truth)
            {
                if (!figures.TryGetValue(id, out var shown) ? IsBoardComplete : !Same(expected, shown))
                {
                    yield return FormattableString.Invariant($"{at:O} {id}: truth {expected}, board {shown}");
                }
            }
        }
    }

    /// <summary>Counts are equal; shares and means, which both sides round to one decimal, may round apart.</summary>
    private static bool Same(double? expected, double? shown) =>
        expected is { } truth && shown is { } figure ? Math.Abs(truth - figure) < 0.11 : expected == shown;

    private static FlowEvent Adoption() => new()
    {
        Source = "control-centre",
        MessageId = "network",
        OccurredAt = DateTimeOffset.UnixEpoch,
        Site = "QH8",
        Detail = new NetworkAdopted("1", JsonElement.Parse(File.ReadAllBytes(Repository.NetworkFile))),
    };
}
