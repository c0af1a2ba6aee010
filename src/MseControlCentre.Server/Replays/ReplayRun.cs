using MseControlCentre.Feeds.Quarantine;

namespace MseControlCentre.Server.Replays;

/// <summary>Where a replay of the quarantine stands.</summary>
public enum ReplayState
{
    /// <summary>It waits for another one.</summary>
    Waiting,

    /// <summary>It goes on.</summary>
    Running,

    /// <summary>Every message was tried.</summary>
    Finished,

    /// <summary>It was cut off; what was not tried stays in quarantine.</summary>
    Stopped,
}

/// <summary>What became of one message.</summary>
/// <param name="Message">The message.</param>
/// <param name="Outcome">What became of it; null while it was not tried, and when it no longer waited.</param>
/// <param name="Reason">Why it was rejected again.</param>
public sealed record ReplayedMessage(QuarantineHead Message, ReplayOutcome? Outcome, Feeds.Rejection? Reason);

/// <summary>
/// One replay of some quarantined messages, as people watch it. Holds an outcome for each message it began with, which
/// the quarantine bounds. Safe for several threads.
/// </summary>
/// <param name="id">Identity, known only to who began it.</param>
/// <param name="selected">The messages, oldest first.</param>
/// <param name="startedAt">When it was begun (UTC).</param>
public sealed class ReplayRun(string id, IReadOnlyList<QuarantineHead> selected, DateTimeOffset startedAt)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Bound: the messages selected.
    private readonly Dictionary<string, ReplayedEntry> _outcomes = new(StringComparer.Ordinal);
    private ReplayState _state;
    private string? _reason;

    /// <summary>Identity.</summary>
    public string Id { get; } = id;

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>Messages it began with.</summary>
    public int Total => selected.Count;

    /// <summary>Complete when it has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Where it stands, and why if it was cut off.</summary>
    public (ReplayState State, string? Reason) State
    {
        get
        {
            lock (_gate)
            {
                return (_state, _reason);
            }
        }
    }

    /// <summary>Identities of its messages.</summary>
    public IReadOnlySet<string> Ids => selected.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every message with what became of it, in the order in which they were received.</summary>
    public IReadOnlyList<ReplayedMessage> Messages()
    {
        lock (_gate)
        {
            return
            [
                .. selected.Select(one => _outcomes.TryGetValue(one.Id, out var outcome)
                    ? new ReplayedMessage(one, outcome.Outcome, outcome.Rejection)
                    : new ReplayedMessage(one, null, null)),
            ];
        }
    }

    internal void Running()
    {
        lock (_gate)
        {
            _state = ReplayState.Running;
        }
    }

    internal void Take(ReplayedEntry outcome)
    {
        lock (_gate)
        {
            _outcomes[outcome.EntryId] = outcome;
        }
    }

    internal void End(ReplayState state, string? reason)
    {
        lock (_gate)
        {
            (_state, _reason) = (state, reason);
        }

        _ended.TrySetResult();
    }
}
