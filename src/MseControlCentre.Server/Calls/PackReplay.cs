using MseControlCentre.Domain;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls;

/// <summary>
/// Makes the pack of a past instant from the journal. On the way it takes the picture of when the pack begins to look
/// back, and what the board showed at each step of the last day: most of the work, which two passes share.
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
        var middle = StepOf(at - (RankedConstraints.TrailReach / 2));
        var looksFar = since < middle;
        var early = Task.Run(() => PassAsync(
            looksFar ? since : null, StepOf(at - RankedConstraints.TrailReach), middle - s_step));
        var late = Task.Run(() => PassAsync(looksFar ? null : since, middle, at));
        var (before, after) = (await early, await late);
        return after.Centre.Network is null
            ? null
            : CallPacking.Of(
                call,
                after.Centre.PackFactsAt(at, since),
                looksFar ? before.Then : after.Then,
                PlacesTrail.Of(before.Trail, after.Trail));
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
        await ApplyAsync(centre, at, _ => { });
        return centre.Network is null ? null : centre.PackFactsAt(at, since);
    }

    /// <summary>
    /// Goes through the journal up to an instant with a state of its own, and takes each step from the first on, and
    /// the picture of one instant more when one is given.
    /// </summary>
    private async Task<Pass> PassAsync(DateTimeOffset? picture, DateTimeOffset first, DateTimeOffset last)
    {
        var pass = new Pass(
            await restorer.RestoreAsync(picture < first ? picture : first, CancellationToken.None), picture, first);
        await ApplyAsync(pass.Centre, last, pass.TakeBefore);
        pass.TakeBefore(last.AddTicks(1));
        return pass;
    }

    private async Task ApplyAsync(ControlCentre centre, DateTimeOffset last, Action<DateTimeOffset> before)
    {
        await foreach (var batch in journal.ReadAsync(centre.Sequence, CancellationToken.None))
        {
            foreach (var entry in batch.TakeWhile(entry => entry.RecordedAt <= last))
            {
                before(entry.RecordedAt);
                centre.Apply(entry);
            }

            if (batch[^1].RecordedAt > last)
            {
                break;
            }
        }
    }

    private static DateTimeOffset StepOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % s_step.Ticks), TimeSpan.Zero);

    /// <summary>What one pass has taken. What was recorded at an instant belongs to it.</summary>
    private sealed class Pass(ControlCentre centre, DateTimeOffset? picture, DateTimeOffset first)
    {
        private DateTimeOffset _next = first;
        private bool _isTaken;

        public ControlCentre Centre => centre;

        public PlacesTrail Trail { get; } = new();

        public Picture? Then { get; private set; }

        public void TakeBefore(DateTimeOffset recordedAt)
        {
            if (!_isTaken && picture is { } at && recordedAt > at)
            {
                _isTaken = true;
                Then = centre.Network is null ? null : centre.PictureAt(at);
            }

            for (; recordedAt > _next; _next += s_step)
            {
                Trail.Take(_next, centre);
            }
        }
    }
}
