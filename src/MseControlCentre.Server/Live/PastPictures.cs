using MseControlCentre.Domain;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Progress;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Pictures of the past and what was behind their figures: replays from the nearest snapshot, a few at a time.
/// </summary>
public sealed class PastPictures(IJournalReader journal, StateRestorer restorer) : IDisposable
{
    /// <summary>Replays at a time.</summary>
    public const int MostAtOnce = 2;

    /// <summary>Bound of those that wait for their turn.</summary>
    public const int MostWaiting = 16;

    /// <summary>
    /// Snapshots this much older than the instant know nothing that happened after it (clocks differ).
    /// </summary>
    private static readonly TimeSpan s_clockMargin = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly Lock _gate = new();
    private TaskCompletionSource _nobody = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    /// <summary>
    /// What the board showed: from the entries recorded by then. Null when nothing had been recorded.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public Task<PastState?> AsShownAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        AsShownAsync(at, centre => PastState.Of(centre, at), cancellationToken);

    /// <summary>The picture alone of what the board showed. Null when nothing had been recorded.</summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public Task<Picture?> PictureAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        AsShownAsync(at, centre => centre.Network is null ? null : centre.PictureAt(at), cancellationToken);

    /// <summary>What was behind a figure that the board showed. Null when there was no such figure.</summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public Task<FigureEvidence?> EvidenceAsync(
        string figureId, DateTimeOffset at, int most, CancellationToken cancellationToken) => AsShownAsync(
            at,
            centre => centre.Network is null ? null : centre.EvidenceAt(figureId, at, most),
            cancellationToken);

    /// <summary>What is now known to have been true then: from every entry about what had happened by then.</summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public Task<PastState?> AsKnownNowAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        AsKnownByAsync(at, DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>
    /// What was known by a later instant to have been true then: from the entries recorded by that instant about what
    /// had happened by then. A day's counts, asked the next morning, are such a picture.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public Task<PastState?> AsKnownByAsync(
        DateTimeOffset at, DateTimeOffset knownBy, CancellationToken cancellationToken) =>
        InTurnAsync(() => AsOccurredAsync(at, knownBy, cancellationToken), cancellationToken);

    /// <summary>Runs a replay when it is its turn, so that looking back never slows down now.</summary>
    /// <exception cref="TooManyReplaysException">Too many others wait.</exception>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> replay, CancellationToken cancellationToken)
    {
        try
        {
            if (Ask() > MostAtOnce + MostWaiting)
            {
                throw new TooManyReplaysException();
            }

            Work.Current?.Say("Waiting for others who look back");
            await _turns.WaitAsync(cancellationToken);
            try
            {
                Work.Current?.Say("Reading the journal");
                return await Task.Run(replay, cancellationToken);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>
    /// Lets whoever looks back go first: completes when nobody does, or after the longest time to wait. For work in the
    /// background that nobody waits for.
    /// </summary>
    /// <param name="longest">The longest time to wait, real time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task GiveWayAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        Task nobody;
        lock (_gate)
        {
            nobody = _asked == 0 ? Task.CompletedTask : _nobody.Task;
        }

        if (!nobody.IsCompleted)
        {
            await Task.WhenAny(nobody, Task.Delay(longest, cancellationToken));
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private int Ask()
    {
        lock (_gate)
        {
            return ++_asked;
        }
    }

    private void Leave()
    {
        TaskCompletionSource? nobody = null;
        lock (_gate)
        {
            if (--_asked == 0)
            {
                nobody = _nobody;
                _nobody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        nobody?.SetResult();
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private Task<T> AsShownAsync<T>(
        DateTimeOffset at, Func<ControlCentre, T> ask, CancellationToken cancellationToken) =>
        InTurnAsync(async () => ask(await AsRecordedAsync(at, cancellationToken)), cancellationToken);

    private async Task<ControlCentre> AsRecordedAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var centre = await restorer.RestoreAsync(at, cancellationToken);
        var reading = await FollowAsync(centre, at, cancellationToken);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, cancellationToken))
        {
            foreach (var entry in batch.TakeWhile(entry => entry.RecordedAt <= at))
            {
                centre.Apply(entry);
            }

            reading.Add(batch.Count);
            if (batch[^1].RecordedAt > at)
            {
                break;
            }
        }

        reading.End();
        return centre;
    }

    private async Task<PastState?> AsOccurredAsync(
        DateTimeOffset at, DateTimeOffset knownBy, CancellationToken cancellationToken)
    {
        var centre = await restorer.RestoreAsync(at - s_clockMargin, cancellationToken);
        var reading = await FollowAsync(centre, knownBy, cancellationToken);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, cancellationToken))
        {
            foreach (var entry in batch.TakeWhile(entry => entry.RecordedAt <= knownBy))
            {
                if (entry.Event.OccurredAt <= at)
                {
                    // As if it had been told in time: what was told days later must neither be too late for the board
                    // of that day nor let the day's stories leave it.
                    centre.ApplyOutOfSequence(entry.RecordedAt <= at ? entry : entry with { RecordedAt = at });
                }
            }

            reading.Add(batch.Count);
            if (batch[^1].RecordedAt > knownBy)
            {
                break;
            }
        }

        reading.End();
        return PastState.Of(centre, at);
    }

    // Who waits for it is told of entries applied, of those recorded by the last instant that counts.
    private async Task<Reading> FollowAsync(
        ControlCentre centre, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var reading = new Reading();
        if (Work.Current is { } work)
        {
            reading.Expect(await journal.LastRecordedByAsync(until, cancellationToken) - centre.Sequence);
            work.Follow(reading);
        }

        return reading;
    }
}

/// <summary>The picture of a past instant and the hash of the state behind it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="StateHash">Hash of the state.</param>
public sealed record PastState(Picture Picture, string StateHash)
{
    /// <summary>The state as it stands; null when no network had been adopted by then.</summary>
    public static PastState? Of(ControlCentre centre, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(centre);
        return centre.Network is null ? null : new PastState(centre.PictureAt(at), centre.StateHash());
    }
}

/// <summary>Too many people look at the past at once.</summary>
public sealed class TooManyReplaysException()
    : Exception("Too many pictures of the past are being made. Try again in a few seconds.");
