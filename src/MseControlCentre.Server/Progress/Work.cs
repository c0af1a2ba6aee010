namespace MseControlCentre.Server.Progress;

/// <summary>Where a work stands.</summary>
public enum WorkState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>Nobody waits for it any more.</summary>
    GivenUp,
}

/// <summary>
/// Something that takes longer than a person waits without a word: what it does, how far it is, how it ended. What does
/// it tells; who waits asks. Safe for several threads.
/// </summary>
/// <param name="id">Identity, known only to who waits.</param>
/// <param name="words">What it does.</param>
public sealed class Work(string id, string words)
{
    /// <summary>Bound of the passes that one work follows; further ones are not shown.</summary>
    public const int MostReadings = 64;

    // What reads the journal need not know for whom: it tells the work of the request that it runs in, if there is one.
    private static readonly AsyncLocal<Work?> s_current = new();

    private readonly Lock _gate = new();

    // Bound: MostReadings.
    private readonly List<Reading> _readings = [];
    private string _words = words;
    private string? _reason;
    private int _expected = 1;
    private double _share;
    private WorkState _state;

    /// <summary>The work that runs in this flow of calls; null when nobody asked to be told.</summary>
    public static Work? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>Identity.</summary>
    public string Id { get; } = id;

    /// <summary>Says what it does now.</summary>
    public void Say(string words)
    {
        lock (_gate)
        {
            _words = words;
        }
    }

    /// <summary>Says of how many passes it will consist, so that its bar never runs backwards.</summary>
    public void Expect(int readings)
    {
        lock (_gate)
        {
            _expected = Math.Max(_expected, readings);
        }
    }

    /// <summary>Follows a pass, its own or one that others wait for too.</summary>
    public void Follow(Reading reading)
    {
        lock (_gate)
        {
            if (_readings.Count < MostReadings && !_readings.Contains(reading))
            {
                _readings.Add(reading);
            }
        }
    }

    /// <summary>It has ended. What was said first stays.</summary>
    /// <param name="state">How.</param>
    /// <param name="reason">Why it failed, and what to do.</param>
    public void End(WorkState state, string? reason = null)
    {
        lock (_gate)
        {
            if (_state is WorkState.Running)
            {
                (_state, _reason) = (state, reason);
            }
        }
    }

    /// <summary>Where it stands. Its share never falls.</summary>
    public WorkProgress Read()
    {
        lock (_gate)
        {
            var parts = Math.Max(_expected, _readings.Count);
            _share = _state is WorkState.Done ? 1
                : Math.Max(_share, _readings.Sum(reading => reading.Share) / parts);
            var known = _readings.Exists(reading => reading.Total > 0) || _state is WorkState.Done;
            return new WorkProgress(
                Id,
                _words,
                _readings.Sum(reading => reading.Done),
                _readings.Sum(reading => Math.Max(reading.Done, reading.Total)),
                known ? _share : null,
                _state,
                _reason);
        }
    }
}

/// <summary>Where a work stands.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Words">What it does.</param>
/// <param name="Done">How many are done: entries of the journal, messages.</param>
/// <param name="Total">How many there are, as far as is known.</param>
/// <param name="Share">Share of the whole that is done, 0 to 1; null while nothing can be said.</param>
/// <param name="State">running, done, failed or givenUp.</param>
/// <param name="Reason">Why it failed, and what to do.</param>
public sealed record WorkProgress(
    string Id, string Words, long Done, long Total, double? Share, WorkState State, string? Reason);
