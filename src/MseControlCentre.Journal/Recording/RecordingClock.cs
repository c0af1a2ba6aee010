namespace MseControlCentre.Journal.Recording;

/// <summary>
/// The journal's clock. It never runs backwards, even when the machine's clock is set back: a board of the past is
/// found by recorded time, so recorded time must follow the order of the journal.
/// </summary>
internal sealed class RecordingClock(TimeProvider time, DateTimeOffset last)
{
    private DateTimeOffset _last = last;

    /// <summary>The time (UTC) to record now; at least the one given before.</summary>
    public DateTimeOffset Next()
    {
        var now = time.GetUtcNow();
        if (now > _last)
        {
            _last = now;
        }

        return _last;
    }
}
