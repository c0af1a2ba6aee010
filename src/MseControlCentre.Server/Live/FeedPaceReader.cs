namespace MseControlCentre.Server.Live;

/// <summary>Works out how a feed fares at an instant from what is kept of it.</summary>
/// <param name="counts">What is kept.</param>
/// <param name="zone">Time zone in which hours of the day are the same.</param>
/// <param name="knownFrom">Since when the journal has been read.</param>
/// <param name="at">The instant.</param>
internal sealed class FeedPaceReader(
    FeedCounts counts, TimeZoneInfo zone, DateTimeOffset knownFrom, DateTimeOffset at)
{
    /// <summary>Whole slots of the rate of now, besides the one that is going on.</summary>
    private const int SlotsOfNow = 3;

    /// <summary>Slots of an hour on either side of which a usual rate is taken.</summary>
    private const int SlotsOfHalfAnHour = 6;

    private const int MostDays = 7;
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private readonly long _now = FeedCounts.SlotOf(at);

    public FeedPace Read(int hours)
    {
        var usual = UsualOf(_now);
        var delays = counts.DelaysSince(at - s_hour);
        return new FeedPace(
            PerMinute(),
            usual.Median / FeedActivity.Step.TotalMinutes,
            usual.Days,
            delays.Count == 0 ? null : delays[delays.Count / 2],
            WorstLag(),
            Slots((int)(TimeSpan.FromHours(hours) / FeedActivity.Step)));
    }

    private double? PerMinute()
    {
        var first = _now - SlotsOfNow;
        if (!IsKnown(first) || Enumerable.Range(0, SlotsOfNow + 1).All(index => counts.WasSilentIn(first + index)))
        {
            return null;
        }

        var events = Enumerable.Range(0, SlotsOfNow + 1).Sum(index => counts.CountOf(first + index));
        return events / (at - StartOf(first)).TotalMinutes;
    }

    // Slots that began within the hour, and the one in which it began.
    private TimeSpan? WorstLag()
    {
        var first = FeedCounts.SlotOf(at - s_hour);
        return Enumerable.Range(0, (int)(_now - first) + 1).Max(index => counts.WorstOf(first + index));
    }

    private List<FeedSlot> Slots(int number)
    {
        var slots = new List<FeedSlot>(number);
        for (var slot = _now - number + 1; slot <= _now; slot++)
        {
            int? count = IsKnown(slot) && !counts.WasSilentIn(slot) ? counts.CountOf(slot) : null;
            slots.Add(new FeedSlot(StartOf(slot), count, UsualOf(slot).Median));
        }

        return slots;
    }

    /// <summary>Median over the days before of the mean of the hour around the same local time.</summary>
    private (double? Median, int Days) UsualOf(long slot)
    {
        var local = TimeZoneInfo.ConvertTime(StartOf(slot), zone).DateTime;
        var days = new List<double>(MostDays);
        for (var day = 1; day <= MostDays; day++)
        {
            var then = local.AddDays(-day);
            var same = FeedCounts.SlotOf(new DateTimeOffset(then, zone.GetUtcOffset(then)));
            if (IsKnown(same - SlotsOfHalfAnHour) && MeanAround(same) is { } mean)
            {
                days.Add(mean);
            }
        }

        days.Sort();
        return (days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2, days.Count);
    }

    private double? MeanAround(long slot)
    {
        var heard = Enumerable.Range(-SlotsOfHalfAnHour, 2 * SlotsOfHalfAnHour)
            .Select(index => slot + index).Where(one => !counts.WasSilentIn(one)).ToList();
        return heard.Count == 0 ? null : heard.Average(one => (double)counts.CountOf(one));
    }

    // The slot in which the reading began is known in part only.
    private bool IsKnown(long slot) => slot > FeedCounts.SlotOf(knownFrom) && slot >= 0;

    private static DateTimeOffset StartOf(long slot) => new(slot * FeedActivity.Step.Ticks, TimeSpan.Zero);
}
