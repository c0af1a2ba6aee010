using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls;

/// <summary>
/// The packs of calls: of now, made once for all who look at it, and of any past instant, from the journal. It shows
/// counts only.
/// </summary>
public sealed class CallPacks(
    LiveState state,
    IFigureTrail trail,
    IJournalReader journal,
    StateRestorer restorer,
    PastPictures past,
    TimeProvider clock) : ICallPackMaker
{
    /// <summary>How old a pack of now may be.</summary>
    public static readonly TimeSpan OldestNow = TimeSpan.FromMinutes(1);

    /// <summary>Bound of the packs that are held; the oldest leaves first.</summary>
    public const int MostHeld = 16;

    private readonly Lock _gate = new();

    // Bound: MostHeld.
    private readonly Dictionary<string, (DateTimeOffset MadeAt, Task<CallPack?> Pack)> _now =
        new(StringComparer.Ordinal);

    // The past does not change. Bound: MostHeld.
    private readonly Dictionary<DateTimeOffset, Task<Picture?>> _then = [];
    private long _made;
    private long _read;

    /// <summary>Packs of now that were made since the start.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>Pictures of then that were read from the journal since the start.</summary>
    public long Read => Interlocked.Read(ref _read);

    /// <summary>
    /// The pack of now, the same for all who ask within <see cref="OldestNow"/>. Null before a network is adopted, and
    /// while the call would look back on what has not begun.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others look at the past.</exception>
    public Task<CallPack?> NowAsync(Call call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_now.TryGetValue(call.Id, out var held)
                || held.Pack.IsFaulted
                || now >= held.MadeAt + OldestNow
                || now < held.MadeAt)
            {
                // It goes on though the one who asked first has gone: others may wait for the same.
                held = (now, Task.Run(() => MakeAsync(call), CancellationToken.None));
                Hold(_now, call.Id, held, one => one.Value.MadeAt);
            }

            return held.Pack.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The pack as it was: of what had been recorded by then. Null when nothing had, when the call looked back on what
    /// had not begun, and when the instant lies ahead.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others look at the past.</exception>
    public async Task<CallPack?> AtAsync(Call call, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var since = call.Opened.Since;
        var now = clock.GetUtcNow();
        if (since >= at || at > now)
        {
            return null;
        }

        var replay = new PackReplay(journal, restorer);
        if (at < now - OldestNow)
        {
            return await past.InTurnAsync(() => replay.OfAsync(call.Id, since, at), cancellationToken);
        }

        // What the board showed up to a moment ago is in memory, and need not be worked out again step by step. What it
        // knew then is too, unless something was recorded since.
        var facts = state.PackFactsOf(at, since)
            ?? await past.InTurnAsync(() => replay.FactsAsync(since, at), cancellationToken);
        return facts is null
            ? null
            : CallPacking.Of(call.Id, facts, await ThenAsync(since), new TrailUpTo(trail, at, now));
    }

    private async Task<CallPack?> MakeAsync(Call call)
    {
        Interlocked.Increment(ref _made);
        var since = call.Opened.Since;
        if (since >= clock.GetUtcNow())
        {
            return null;
        }

        var then = ThenAsync(since);
        return state.PackFactsAt(clock.GetUtcNow(), since) is { } facts
            ? CallPacking.Of(call.Id, facts, await then, trail)
            : null;
    }

    private Task<Picture?> ThenAsync(DateTimeOffset since)
    {
        lock (_gate)
        {
            if (!_then.TryGetValue(since, out var then) || then.IsFaulted)
            {
                then = ReadAsync();
                Hold(_then, since, then, one => one.Key);
            }

            return then;
        }

        async Task<Picture?> ReadAsync()
        {
            Interlocked.Increment(ref _read);
            return await past.PictureAsync(since, CancellationToken.None);
        }
    }

    private static void Hold<TKey, T>(
        Dictionary<TKey, T> held, TKey key, T what, Func<KeyValuePair<TKey, T>, DateTimeOffset> age)
        where TKey : notnull
    {
        held[key] = what;
        if (held.Count > MostHeld)
        {
            held.Remove(held.MinBy(age).Key);
        }
    }
}
