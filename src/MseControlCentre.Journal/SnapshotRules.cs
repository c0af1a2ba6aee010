namespace MseControlCentre.Journal;

/// <summary>
/// Which snapshots are kept. Measured back from the newest: of the last 24 hours one for each hour, and of the last 35
/// days one for each day, always the newest of its hour or day (UTC); older ones leave. So there are never more than
/// 61: 25 hours and 36 days are begun. An older picture is replayed from the journal itself, which keeps every entry.
/// </summary>
internal static class SnapshotRules
{
    /// <summary>How far back one snapshot an hour is kept.</summary>
    public static readonly TimeSpan Hourly = TimeSpan.FromHours(24);

    /// <summary>How far back one snapshot a day is kept.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromDays(35);

    /// <summary>Refuses a snapshot of entries that the journal does not hold.</summary>
    public static void Require(JournalSnapshot snapshot, long lastSequence)
    {
        if (snapshot.Sequence < 0 || snapshot.Sequence > lastSequence)
        {
            throw new ArgumentException(
                $"The snapshot is of sequence {snapshot.Sequence}, but the journal ends at {lastSequence}.",
                nameof(snapshot));
        }
    }

    /// <summary>Sequences of the snapshots that leave, out of all that are kept now, in order of sequence.</summary>
    public static IReadOnlySet<long> Leaving(IReadOnlyList<(long Sequence, DateTimeOffset RecordedAt)> kept)
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
            var wanted = (age <= Hourly && hours.Add(recordedAt.UtcTicks / TimeSpan.TicksPerHour))
                | (age <= Daily && days.Add(recordedAt.UtcTicks / TimeSpan.TicksPerDay));
            if (!wanted)
            {
                leaving.Add(sequence);
            }
        }

        return leaving;
    }
}
