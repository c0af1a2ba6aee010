using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Packs;

/// <summary>Times the packs of a running server: of now, of the ten o'clock of each day behind, and what they hold up.</summary>
internal sealed class PackTimes(ControlCentreApplication application)
{
    private const int Days = 30;
    private const int Rounds = 100;
    private const int WarmUp = 30;

    private readonly IServiceProvider _services = application.Services;
    private int _calls;

    private CallPacks Packs => _services.GetRequiredService<CallPacks>();

    private LiveState State => _services.GetRequiredService<LiveState>();

    private TimeProvider Clock => _services.GetRequiredService<TimeProvider>();

    public async Task<PackResult> MeasureAsync()
    {
        var started = await TimeAsync(async () =>
        {
            await application.StartAsync();
            await _services.GetRequiredService<Readiness>().WhenReady;
        });

        // The trail of the last day is read beside the first packs, as it is after any start.
        var now = Clock.GetUtcNow();
        var since = now.AddHours(-24);
        CallPack? pack = null;
        var cold = await TimeAsync(async () => pack = await Packs.NowAsync(CallSince(since), CancellationToken.None));
        var shared = CallSince(since);
        var next = await TimeAsync(() => Packs.NowAsync(shared, CancellationToken.None));
        var again = await TimeAsync(() => Packs.NowAsync(shared, CancellationToken.None));
        var last = await TimeAsync(() => Packs.AtAsync(CallSince(since), Clock.GetUtcNow(), CancellationToken.None));
        var mornings = Enumerable.Range(0, Days).Select(back => now.Date.AddDays(-back).AddHours(10))
            .Select(local => new DateTimeOffset(local, TimeSpan.Zero))
            .Where(at => at < now)
            .ToList();
        var result = new PackResult(
            await JournalAsync(now),
            started,
            cold,
            next,
            again,
            last,
            await PastAsync(mornings),
            await PastAsync(mornings),
            Held(() => State.PackFactsAt(Clock.GetUtcNow(), since)),
            Held(() => State.PictureAt(Clock.GetUtcNow())),
            EventCatalogue.Encode(new CallPackKept("call", 1, pack!)).Length);
        await application.StopAsync();
        return result;
    }

    private async Task<Times> PastAsync(IEnumerable<DateTimeOffset> mornings)
    {
        var taken = new List<double>();
        foreach (var at in mornings)
        {
            var call = CallSince(at.AddHours(-24));
            taken.Add(await TimeAsync(async () => _ = await Packs.AtAsync(call, at, CancellationToken.None)
                ?? throw new InvalidOperationException($"There is no pack of {at:O}: the journal is too short.")));
        }

        return Times.Of(taken);
    }

    private async Task<JournalSize> JournalAsync(DateTimeOffset now)
    {
        var journal = _services.GetRequiredService<IJournalReader>();
        await foreach (var batch in journal.ReadAsync(0, CancellationToken.None))
        {
            return new JournalSize(journal.LastSequence, Math.Round((now - batch[0].RecordedAt).TotalDays, 1));
        }

        throw new InvalidOperationException("The journal is empty.");
    }

    // Nobody else asks: how long it takes is how long the state is locked.
    private static Times Held(Func<object?> ask)
    {
        var taken = new List<double>(Rounds);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            ask();
            if (round >= 0)
            {
                taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        return Times.Of(taken);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        return Math.Round(Stopwatch.GetElapsedTime(from).TotalMilliseconds, 2);
    }

    private Call CallSince(DateTimeOffset since)
    {
        var opened = new CallOpened(
            $"measured-{++_calls}", 1, CallKind.SituationalAwareness, "10:00 call", since.AddHours(24), since, []);
        return new Call(opened.Call, since, opened);
    }
}

/// <summary>What was measured, in milliseconds.</summary>
/// <param name="Journal">The journal.</param>
/// <param name="Start">From the start to being ready.</param>
/// <param name="NowCold">The first pack after the start, while the trail of the last day is still read.</param>
/// <param name="NowOfAnotherCall">The pack of another call that looks back on the same time.</param>
/// <param name="NowShared">The same again, as another viewer asks for it.</param>
/// <param name="OfThisInstant">
/// The pack of an instant that has just passed, from the journal: what is kept when a call begins.
/// </param>
/// <param name="PastCold">Packs of past mornings, each for the first time.</param>
/// <param name="PastAgain">The same again.</param>
/// <param name="FactsHold">How long a pack keeps the state.</param>
/// <param name="PictureHolds">How long a picture keeps it, for comparison.</param>
/// <param name="Bytes">Size of a pack in the journal.</param>
internal sealed record PackResult(
    JournalSize Journal,
    double Start,
    double NowCold,
    double NowOfAnotherCall,
    double NowShared,
    double OfThisInstant,
    Times PastCold,
    Times PastAgain,
    Times FactsHold,
    Times PictureHolds,
    int Bytes);

/// <summary>A journal.</summary>
/// <param name="Entries">Entries.</param>
/// <param name="Days">Days that it holds.</param>
internal sealed record JournalSize(long Entries, double Days);

/// <summary>Several times, in milliseconds.</summary>
/// <param name="Count">How many.</param>
/// <param name="Median">The one in the middle.</param>
/// <param name="P95">The one that 95 in a hundred do not exceed.</param>
/// <param name="Longest">The longest.</param>
internal sealed record Times(int Count, double Median, double P95, double Longest)
{
    public static Times Of(IReadOnlyList<double> taken)
    {
        var sorted = taken.Order().ToList();
        return new Times(
            sorted.Count,
            Math.Round(sorted[sorted.Count / 2], 2),
            Math.Round(sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1], 2),
            Math.Round(sorted[^1], 2));
    }
}
