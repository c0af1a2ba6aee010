using System.Threading.Channels;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// The one writer, on a thread of its own. Whatever has queued while the disk was busy becomes one transaction (group
/// commit), so the slower the disk, the larger the groups. The queue is bounded by calls and a transaction by events;
/// callers wait while the queue is full.
/// </summary>
internal sealed class WriterLoop
{
    private readonly Channel<QueuedWork> _queue;
    private readonly EntryWriter _writer;
    private readonly CommittedTail _tail;
    private readonly AcknowledgedMark _mark;
    private readonly string _path;
    private readonly int _eventsPerTransaction;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JournalUnavailableException? _stopped;

    public WriterLoop(
        EntryWriter writer, CommittedTail tail, AcknowledgedMark mark, string path, SqliteJournalOptions options)
    {
        _writer = writer;
        _tail = tail;
        _mark = mark;
        _path = path;
        _eventsPerTransaction = options.EventsPerTransaction;
        _queue = Channel.CreateBounded<QueuedWork>(
            new BoundedChannelOptions(options.QueuedCalls)
            {
                SingleReader = true,
                FullMode = BoundedChannelFullMode.Wait,
            });
        _thread = new Thread(Run) { Name = "Journal writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues work and waits until it is durable.</summary>
    public async ValueTask<TResult> DoAsync<TResult>(QueuedWork<TResult> work, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(work, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw _stopped ?? JournalErrors.Closed();
        }

        return await work.WaitAsync(cancellationToken);
    }

    /// <summary>Takes no more work, finishes what has queued and ends.</summary>
    public Task EndAsync()
    {
        _queue.Writer.TryComplete();
        return _ended.Task;
    }

    private void Run()
    {
        var group = new List<QueuedWork>();
        // The thread has nothing else to do than wait here.
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Take(group);
            if (_stopped is not null)
            {
                FailAll(group, _stopped);
            }
            else if (group.Count > 0)
            {
                Commit(group);
            }

            group.Clear();
        }

        _ended.SetResult();
    }

    private void Take(List<QueuedWork> group)
    {
        var events = 0;
        while (events < _eventsPerTransaction && _queue.Reader.TryRead(out var work))
        {
            if (work.TryBegin())
            {
                group.Add(work);
                events += work.Events;
            }
        }
    }

    private void Commit(List<QueuedWork> group)
    {
        try
        {
            _writer.Begin();
            foreach (var work in group)
            {
                work.Write(_writer);
            }

            var written = _writer.Commit();
            if (written.Count > 0)
            {
                _mark.Write(_writer.Committed);
                _tail.Publish(written);
            }
        }
        catch (SqliteFailure failure)
        {
            FailAll(group, Unavailable(failure));
            RollBack();
            return;
        }
        catch (Exception exception)
        {
            // Not the disk but this code is wrong. Writing on could break the one order, so the journal stops.
            Stop(exception);
            FailAll(group, _stopped!);
            RollBack();
            return;
        }

        foreach (var work in group)
        {
            work.Complete(_writer.Committed.Sequence);
        }
    }

    private void RollBack()
    {
        try
        {
            _writer.RollBack();
        }
        catch (SqliteFailure failure)
        {
            Stop(failure);
        }
    }

    private void Stop(Exception cause)
    {
        _stopped = new JournalUnavailableException(
            $"The journal has stopped after an error it cannot go on from ({_path}; {cause.Message}). "
            + "Nothing unfinished was acknowledged. Restart the server.", cause);
        _queue.Writer.TryComplete();
        _tail.Close();
    }

    private JournalUnavailableException Unavailable(SqliteFailure failure) =>
        new($"{failure.Describe(_path)}. Nothing of these events was written; they may be sent again.", failure);

    private static void FailAll(List<QueuedWork> group, JournalUnavailableException exception)
    {
        foreach (var work in group)
        {
            work.Fail(new JournalUnavailableException(exception.Message, exception.InnerException));
        }
    }
}
