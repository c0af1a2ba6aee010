using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Sqlite;

/// <summary>
/// The bounds of the queue and of a transaction. All entries of one transaction are recorded at one time.
/// </summary>
public sealed class WriterLoopTests : IAsyncLifetime, IDisposable
{
    private readonly JournalFolder _folder = new();
    private readonly TickingClock _clock = new();
    private readonly ManualResetEventSlim _released = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.RemoveAsync();

    public void Dispose() => _released.Dispose();

    [Fact]
    public async Task Append_CallsThatQueuedMeanwhile_ShareOneTransaction()
    {
        await using var journal = await _folder.OpenAsync(_clock);
        var busy = await HoldWriterAsync(journal);
        var calls = Enumerable.Range(0, 50).Select(number => journal.AppendAsync(Sample.Event($"m{number}"))).ToArray();

        _released.Set();
        await busy;
        await Task.WhenAll(calls);

        Assert.Single((await journal.ReadAllAsync()).DistinctBy(entry => entry.RecordedAt));
    }

    [Fact]
    public async Task Append_MoreThanATransactionTakes_UsesAnother()
    {
        await using var journal = await _folder.OpenAsync(
            _clock, new SqliteJournalOptions { EventsPerTransaction = 10 });
        var busy = await HoldWriterAsync(journal);
        var calls = Enumerable.Range(0, 5).Select(
            number => journal.AppendAsync(Sample.Events(4, $"c{number}-"))).ToArray();

        _released.Set();
        await busy;
        await Task.WhenAll(calls);

        // Three calls reach ten events; a call is never split.
        var groups = (await journal.ReadAllAsync()).GroupBy(entry => entry.RecordedAt).Select(group => group.Count());
        Assert.Equal([12, 8], groups);
    }

    [Fact]
    public async Task Append_QueueIsFull_WaitsAndCanBeCancelledUnwritten()
    {
        await using var journal = await _folder.OpenAsync(_clock, new SqliteJournalOptions { QueuedCalls = 2 });
        var busy = await HoldWriterAsync(journal);
        using var queued = new CancellationTokenSource();
        using var outside = new CancellationTokenSource();
        var first = journal.AppendAsync(Sample.Event("first"));
        var second = journal.AppendAsync([Sample.Event("second")], queued.Token).AsTask();
        var third = journal.AppendAsync([Sample.Event("third")], outside.Token).AsTask();
        var fourth = journal.AppendAsync(Sample.Event("fourth"));

        await queued.CancelAsync();
        await outside.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.False(first.IsCompleted || fourth.IsCompleted);
        _released.Set();
        await busy;
        await Task.WhenAll(first, fourth);
        Assert.Equal("first fourth", (await journal.ReadAllAsync()).Ids());
    }

    [Fact]
    public async Task Dispose_WithQueuedCalls_WritesThemFirst()
    {
        var journal = await _folder.OpenAsync(_clock);
        var busy = await HoldWriterAsync(journal);
        var call = journal.AppendAsync(Sample.Event("m1"));

        var disposing = journal.DisposeAsync();
        _released.Set();
        await disposing;

        await busy;
        Assert.Equal(1, (await call).LastSequence);
    }

    // Comes back once the writer is held in a transaction; what it gives completes after the release.
    private async Task<Task> HoldWriterAsync(SqliteJournal journal)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holding = journal.OnWriterAsync(_ =>
        {
            held.SetResult();
            _released.Wait(Eventually.Patience);
        });
        await held.Task;
        return holding;
    }

    private sealed class TickingClock : TimeProvider
    {
        private long _ticks = Sample.Morning.UtcTicks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Increment(ref _ticks), TimeSpan.Zero);
    }
}
