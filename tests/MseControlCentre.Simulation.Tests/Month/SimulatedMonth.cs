using System.Text.Json;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Simulator;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Month;

/// <summary>What the board of the system showed on one simulated day.</summary>
/// <param name="Day">The local day.</param>
/// <param name="AtEight">Figures at 08:00, when the daily situation report counts beds.</param>
/// <param name="AtEnd">Figures one second before midnight.</param>
/// <param name="CountedDischarges">Discharges as the collection counts them, from the events of the day.</param>
internal sealed record BoardDay(
    DateOnly Day,
    IReadOnlyDictionary<string, double?> AtEight,
    IReadOnlyDictionary<string, double?> AtEnd,
    int CountedDischarges);

/// <summary>
/// A simulated month through the real feeds into the control centre, in one process: its figures are the board's, worked
/// out from the messages as they came, not the simulator's own truth.
/// </summary>
internal static class SimulatedMonth
{
    /// <summary>Seed of the month.</summary>
    public const ulong Seed = 1;

    /// <summary>Its first day. 1 October 2024, the published month, was a Tuesday; so is this day.</summary>
    public static readonly DateOnly FirstDay = new(2026, 12, 1);

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Runs its first days.</summary>
    public static async Task<List<BoardDay>> RunAsync(int days)
    {
        var origin = At(FirstDay, TimeOnly.MinValue);
        var system = new SimulatedSystem(
            NetworkFileReader.ReadFile(Repository.NetworkFile), Seed, origin, Faults.None);
        await using var doors = new FeedDoors(await File.ReadAllBytesAsync(Repository.NetworkFile), origin);
        var centre = new ControlCentre();
        centre.ApplyOutOfSequence(new JournalEntry(1, origin, Adoption()));
        var run = new Run(system, doors, centre);
        var seen = new List<BoardDay>();
        for (var day = FirstDay; day < FirstDay.AddDays(days); day = day.AddDays(1))
        {
            var atEight = await run.ShownAsync(At(day, new TimeOnly(8, 0)));
            var atEnd = await run.ShownAsync(At(day.AddDays(1), TimeOnly.MinValue).AddSeconds(-1));
            seen.Add(new BoardDay(day, atEight, atEnd, run.Collection.TakeDay()));
        }

        return seen;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock);
        return new DateTimeOffset(local, s_zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static FlowEvent Adoption() => new()
    {
        Source = "control-centre",
        MessageId = "network",
        OccurredAt = DateTimeOffset.UnixEpoch,
        Site = "QH8",
        Detail = new NetworkAdopted("1", JsonElement.Parse(File.ReadAllBytes(Repository.NetworkFile))),
    };

    private sealed class Run(SimulatedSystem system, FeedDoors doors, ControlCentre centre)
    {
        private long _applied;

        public CollectionCount Collection { get; } = new(s_zone);

        /// <summary>The system's figures as the board showed them at an instant.</summary>
        public async Task<IReadOnlyDictionary<string, double?>> ShownAsync(DateTimeOffset at)
        {
            while (system.Now < at)
            {
                var next = system.Now.AddMinutes(30);
                await DeliverAsync(next < at ? next : at);
            }

            return centre.PictureAt(at)
                .Figures.ToDictionary(figure => figure.Measure.Id, figure => figure.Value, StringComparer.Ordinal);
        }

        private async Task DeliverAsync(DateTimeOffset until)
        {
            foreach (var message in system.AdvanceTo(until))
            {
                if (message.DeliverAt > doors.Clock.GetUtcNow())
                {
                    doors.Clock.SetTo(message.DeliverAt);
                }

                if (message.IsHl7)
                {
                    Assert.Equal("AA", MllpSender.CodeOf(await doors.SendHl7Async(message.Payload)));
                }
                else
                {
                    Assert.Equal(202, (await doors.SendJsonAsync(message.Payload)).Status);
                }
            }

            foreach (var entry in await doors.EntriesAsync(_applied))
            {
                centre.ApplyOutOfSequence(entry);
                Collection.Take(entry.Event);
                _applied = entry.Sequence;
            }
        }
    }
}
