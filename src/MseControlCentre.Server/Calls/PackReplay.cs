using MseControlCentre.Domain;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls;

/// <summary>
/// Makes the pack of a past instant in one pass over the journal: on the way it takes the picture of when the pack
/// begins to look back, and what the board showed at each step of the last day.
/// </summary>
internal sealed class PackReplay(IJournalReader journal, StateRestorer restorer)
{
    private static readonly TimeSpan s_step = RankedConstraints.TrailStep;

    /// <summary>The pack as it was; null when no network had been adopted by then.</summary>
    /// <param name="call">Identity of the call.</param>
    /// <param name="since">From when on the pack looks back; before the instant.</param>
    /// <param name="at">The instant.</param>
    public async Task<CallPack?> OfAsync(string call, DateTimeOffset since, DateTimeOffset at)
    {
        var trail = new PlacesTrail();
        var next = StepOf(at - RankedConstraints.TrailReach);
        Picture? then = null;
        var isThen = false;
        var centre = await restorer.RestoreAsync(since < next ? since : next, CancellationToken.None);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, CancellationToken.None))
        {
            foreach (var entry in batch.TakeWhile(entry => entry.RecordedAt <= at))
            {
                TakeUntil(entry.RecordedAt);
                centre.Apply(entry);
            }

            if (batch[^1].RecordedAt > at)
            {
                break;
            }
        }

        TakeUntil(at.AddTicks(1));
        return centre.Network is null
            ? null
            : CallPacking.Of(call, centre.PackFactsAt(at, since), then, trail);

        // What was recorded at an instant belongs to it.
        void TakeUntil(DateTimeOffset recordedAt)
        {
            if (!isThen && recordedAt > since)
            {
                isThen = true;
                then = centre.Network is null ? null : centre.PictureAt(since);
            }

            for (; recordedAt > next; next += s_step)
            {
                trail.Take(next, centre);
            }
        }
    }

    /// <summary>
    /// What the board knew at an instant, without what it showed on the way there; null when no network had been
    /// adopted by then.
    /// </summary>
    /// <param name="since">From when on the pack looks back; before the instant.</param>
    /// <param name="at">The instant.</param>
    public async Task<PackFacts?> FactsAsync(DateTimeOffset since, DateTimeOffset at)
    {
        var centre = await restorer.RestoreAsync(at, CancellationToken.None);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, CancellationToken.None))
        {
            foreach (var entry in batch.TakeWhile(entry => entry.RecordedAt <= at))
            {
                centre.Apply(entry);
            }

            if (batch[^1].RecordedAt > at)
            {
                break;
            }
        }

        return centre.Network is null ? null : centre.PackFactsAt(at, since);
    }

    private static DateTimeOffset StepOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % s_step.Ticks), TimeSpan.Zero);
}
