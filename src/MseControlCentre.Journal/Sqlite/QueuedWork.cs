using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Something a caller waits for and the one writer does within a transaction that it may share with others.
/// </summary>
internal abstract class QueuedWork
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Cancelled = 2;

    private int _state = Waiting;

    /// <summary>Events it may add; bounds the transaction.</summary>
    public abstract int Events { get; }

    /// <summary>The writer takes it on; false when the caller has given it up.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>The caller gives it up; false when the writer has taken it on.</summary>
    public bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;

    /// <summary>Does the work within the open transaction.</summary>
    public abstract void Write(EntryWriter writer);

    /// <summary>It is durable: the caller goes on.</summary>
    public abstract void Complete(long lastSequence);

    /// <summary>It was taken back: the caller gets the error.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>Work with a result.</summary>
internal abstract class QueuedWork<TResult> : QueuedWork
{
    private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc />
    public override void Complete(long lastSequence) => _done.SetResult(Result(lastSequence));

    /// <inheritdoc />
    public override void Fail(Exception exception) => _done.TrySetException(exception);

    /// <summary>Waits until it is durable. Cancelled means that it was never begun.</summary>
    public async ValueTask<TResult> WaitAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() =>
        {
            if (TryCancel())
            {
                _done.TrySetCanceled(cancellationToken);
            }
        });
        return await _done.Task;
    }

    /// <summary>The result once it is durable.</summary>
    protected abstract TResult Result(long lastSequence);
}

/// <summary>Appends the events of one call.</summary>
internal sealed class AppendWork(PreparedEvent[] events) : QueuedWork<AppendResult>
{
    private readonly AppendOutcome[] _outcomes = new AppendOutcome[events.Length];

    /// <inheritdoc />
    public override int Events => events.Length;

    /// <inheritdoc />
    public override void Write(EntryWriter writer)
    {
        for (var index = 0; index < events.Length; index++)
        {
            _outcomes[index] = writer.Write(events[index]);
        }
    }

    /// <inheritdoc />
    protected override AppendResult Result(long lastSequence) => new(_outcomes, lastSequence);
}

/// <summary>Anything else that must be done by the writer, such as keeping a snapshot.</summary>
internal sealed class OtherWork(Action write) : QueuedWork<long>
{
    /// <inheritdoc />
    public override int Events => 0;

    /// <inheritdoc />
    public override void Write(EntryWriter writer) => write();

    /// <inheritdoc />
    protected override long Result(long lastSequence) => lastSequence;
}
