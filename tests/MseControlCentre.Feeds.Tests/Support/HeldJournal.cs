using System.Runtime.CompilerServices;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>A journal whose commits wait until they are released, or fail.</summary>
internal sealed class HeldJournal : IJournal
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<FlowEvent> _appended = [];

    public bool IsUnavailable { get; set; }

    public Exception? Fault { get; init; }

    public IReadOnlyList<FlowEvent> Appended
    {
        get
        {
            lock (_lock)
            {
                return [.. _appended];
            }
        }
    }

    public long LastSequence => Appended.Count;

    public void Release() => _released.TrySetResult();

    public async ValueTask<AppendResult> AppendAsync(IReadOnlyList<FlowEvent> events,
        CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        if (IsUnavailable)
        {
            throw new JournalUnavailableException("The disk is full.");
        }

        lock (_lock)
        {
            _appended.AddRange(events);
        }

        await _released.Task.WaitAsync(cancellationToken);
        return new AppendResult([.. events.Select(_ => AppendOutcome.Appended)], LastSequence);
    }

    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken) =>
        ReadAsync(after, cancellationToken);

    public ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public ValueTask<JournalSnapshot?> LoadSnapshotAsync(DateTimeOffset? atOrBefore,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult<JournalSnapshot?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
