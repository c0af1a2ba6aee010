namespace MseControlCentre.Server.Live;

/// <summary>Whether this node shows what the journal tells, and if not, what it waits for and how far it is.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource _whenReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile StartProgress _progress = new("the newest snapshot", 0, 0);

    /// <summary>Whether the journal has been replayed.</summary>
    public bool IsReady => _whenReady.Task.IsCompleted;

    /// <summary>Complete once the journal has been replayed.</summary>
    public Task WhenReady => _whenReady.Task;

    /// <summary>What the node waits for; null when it is ready.</summary>
    public string? WaitsFor => IsReady ? null : _progress.WaitsFor;

    /// <summary>How far the start is.</summary>
    public StartProgress Progress => _progress;

    /// <summary>Says how far the journal is read.</summary>
    /// <param name="applied">The last entry that is applied.</param>
    /// <param name="entries">Entries of the journal.</param>
    public void Applied(long applied, long entries) => _progress = new StartProgress(
        $"the journal: entry {applied} of {entries} applied", applied, entries);

    /// <summary>The node is ready from now on.</summary>
    public void Ready() => _whenReady.TrySetResult();
}

/// <summary>How far a start is.</summary>
/// <param name="WaitsFor">What the node waits for.</param>
/// <param name="Applied">The last entry of the journal that is applied.</param>
/// <param name="Entries">Entries of the journal; 0 while that is not known.</param>
public sealed record StartProgress(string WaitsFor, long Applied, long Entries);
