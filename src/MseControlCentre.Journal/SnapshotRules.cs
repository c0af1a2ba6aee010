namespace MseControlCentre.Journal;

/// <summary>
/// Which snapshots are kept. Measured back from the newest: of the last 30 hours one for each hour, and of the last 35
/// days one for each day, always the newest of its hour or day (UTC); older ones leave. So there are never more than
/// 67: 31 hours and 36 days are begun. An older picture is replayed from the journal itself, which keeps every entry.
/// </summary>
public static class SnapshotRules
{
    /// <summary>
    /// How far back one snapshot an hour is kept: the pack of a call and the trail of a start look back a whole day,
    /// and a pack is still looked at some hours after its call.
    /// </summary>
    public static readonly TimeSpan Hourly = TimeSpan.FromHours(30);

    /// <summary>How far back one snapshot a day is kept.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromDays(35);

    /// <summary>Whether a snapshot would be kept beside the one before it, seen from a later instant.</summary>
    /// <param name="before">When the last entry of the one before was recorded.</param>
    /// <param name="recordedAt">When the last entry of this one was recorded.</param>
    /// <param name="newest">When the newest one was, or will be.</param>
    public static bool Adds(DateTimeOffset before, DateTimeOffset recordedAt, DateTimeOffset newest)
    {
        var age = newest - recordedAt;
        return (age <= Hourly && HourOf(recordedAt) > HourOf(before))
            || (age <= Daily && DayOf(recordedAt) > DayOf(before));
    }

    /// <summary>The hour (UTC) that an instant lies in, counted on.</summary>
    public static long HourOf(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerHour;

    /// <summary>Refuses a snapshot of entries that the journal does not hold.</summary>
    internal static void Require(JournalSnapshot snapshot, long lastSequence)
    {
        if (snapshot.Sequence < 0 || snapshot.Sequence > lastSequence)
        {
            throw new ArgumentException(
                $"The snapshot is of sequence {snapshot.Sequence}, but the journal ends at {lastSequence}.",
                nameof(snapshot));
        }
    }

    /// <summary>Sequences of the snapshots that leave, out of all that are kept now, in order of sequence.</summary>
    internal static IReadOnlySet<long> Leaving(IReadOnlyList<(long Sequence, DateTimeOffset RecordedAt)> kept)
    {
        var leaving = new HashSet<long>();
        if (kept.Count == 0)
        {
            return leaving;
        }

        var newest = kept[^1].RecordedAt;
        var hours = new HashSet<long>();
        var days = new HashSet<long>();
        for (var index = kept.Count - 1; index >= 0; index--)
        {
            var (sequence, recordedAt) = kept[index];
            var age = newest - recordedAt;
            var wanted = (age <= Hourly && hours.Add(HourOf(recordedAt)))
                | (age <= Daily && days.Add(DayOf(recordedAt)));
            if (!wanted)
            {
                leaving.Add(sequence);
            }
        }

        return leaving;
    }

    private static long DayOf(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerDay;
}
