using MseControlCentre.Domain;
using MseControlCentre.Journal;
using MseControlCentre.Server.Progress;

namespace MseControlCentre.Server.Live;

/// <summary>
/// What the board showed of a scope over a span of the past: one pass over the journal from the snapshot before it.
/// The past does not change, so a span is worked out once, however many look at it.
/// </summary>
public sealed class FigureHistories(IJournalReader journal, StateRestorer restorer, PastPictures past)
{
    /// <summary>Bound of the spans that are kept; the one worked out first leaves first.</summary>
    public const int MostKept = 32;

    private readonly Lock _gate = new();

    // Bound: MostKept.
    private readonly Dictionary<(string Scope, HistorySpan Span), (Task<ScopeHistory> History, Reading Reading)> _kept =
        [];
    private readonly Queue<(string Scope, HistorySpan Span)> _order = new();
    private long _passes;

    /// <summary>Passes over the journal since the start.</summary>
    public long Passes => Interlocked.Read(ref _passes);

    /// <summary>The history of a scope. What is asked for twice is worked out once.</summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public async Task<ScopeHistory> OfAsync(string scope, HistorySpan span, CancellationToken cancellationToken)
    {
        var key = (scope, span);
        (Task<ScopeHistory> History, Reading Reading) kept;
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out kept) || kept.History.IsFaulted)
            {
                // It goes on though the one who asked first has gone: others may wait for the same.
                var reading = new Reading();
                kept = (past.InTurnAsync(() => ReadAsync(scope, span, reading), CancellationToken.None), reading);
                Keep(key, kept);
            }
        }

        Work.Current?.Follow(kept.Reading);
        return await kept.History.WaitAsync(cancellationToken);
    }

    private void Keep(
        (string Scope, HistorySpan Span) key, (Task<ScopeHistory> History, Reading Reading) history)
    {
        if (!_kept.ContainsKey(key))
        {
            _order.Enqueue(key);
        }

        _kept[key] = history;
        while (_order.Count > MostKept)
        {
            _kept.Remove(_order.Dequeue());
        }
    }

    private async Task<ScopeHistory> ReadAsync(string scope, HistorySpan span, Reading reading)
    {
        Interlocked.Increment(ref _passes);
        try
        {
            return await TakeAsync(scope, span, reading);
        }
        finally
        {
            reading.End();
        }
    }

    private async Task<ScopeHistory> TakeAsync(string scope, HistorySpan span, Reading reading)
    {
        var history = new ScopeHistory(span);
        var next = 0;
        var centre = await restorer.RestoreAsync(span.From, CancellationToken.None);
        reading.Expect(await journal.LastRecordedByAsync(span.To, CancellationToken.None) - centre.Sequence);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, CancellationToken.None))
        {
            foreach (var entry in batch)
            {
                for (; next < span.Points && entry.RecordedAt > span.At(next); next++)
                {
                    Take(history, next, centre, scope);
                }

                if (next == span.Points)
                {
                    return history;
                }

                centre.Apply(entry);
            }

            reading.Add(batch.Count);
        }

        for (; next < span.Points; next++)
        {
            Take(history, next, centre, scope);
        }

        return history;
    }

    private static void Take(ScopeHistory history, int index, ControlCentre centre, string scope)
    {
        if (centre.Network is not null && centre.FiguresAt(scope, history.Span.At(index)) is { } figures)
        {
            history.Take(index, figures);
        }
    }
}
