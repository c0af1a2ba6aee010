using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures;

/// <summary>The instant a picture describes, and where its local day and last hour began.</summary>
internal sealed class Moment
{
    private int _nights;
    private DateTimeOffset _midnight;

    public Moment(DateTimeOffset at, NetworkMap network)
    {
        At = at.ToUniversalTime();
        Network = network;
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);
        var localDay = TimeZoneInfo.ConvertTime(At, TimeZone).Date;
        DayStart = new DateTimeOffset(localDay, TimeZone.GetUtcOffset(localDay)).ToUniversalTime();
        DayEnd = new DateTimeOffset(localDay.AddDays(1), TimeZone.GetUtcOffset(localDay.AddDays(1))).ToUniversalTime();
    }

    /// <summary>
    /// A span that is counted as a day is: from an instant up to, but not with, another. Only what counts by
    /// <see cref="DayStart"/> and <see cref="At"/> may be asked of it.
    /// </summary>
    public static Moment OfSpan(DateTimeOffset from, DateTimeOffset to, NetworkMap network) =>
        new(to.AddTicks(-1), network) { DayStart = from.ToUniversalTime() };

    public DateTimeOffset At { get; }

    public NetworkMap Network { get; }

    public TimeZoneInfo TimeZone { get; }

    /// <summary>Local midnight, as an instant. A day of a clock change has 23 or 25 hours.</summary>
    public DateTimeOffset DayStart { get; private init; }

    /// <summary>The next local midnight, as an instant.</summary>
    public DateTimeOffset DayEnd { get; }

    /// <summary>The date by the clocks of the system.</summary>
    public DateOnly LocalDay => DateOnly.FromDateTime(Local(At).DateTime);

    /// <summary>An instant by the clocks of the system.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);

    /// <summary>The instant at which local clocks showed the same time so many days earlier.</summary>
    public DateTimeOffset DaysBefore(DateTimeOffset instant, int days)
    {
        var local = Local(instant).DateTime.AddDays(-days);
        return new DateTimeOffset(local, TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>
    /// Whether somebody has been somewhere for so many nights or more: midnights of the local calendar between then and
    /// now.
    /// </summary>
    public bool HasStayed(int nights, DateTimeOffset? since)
    {
        // The last midnight is one night ago from any time before it. Kept for the next call: a picture asks the same
        // of everybody in hospital.
        if (_nights != nights)
        {
            (_nights, _midnight) = (nights, DaysBefore(DayStart, nights - 1));
        }

        return since < _midnight;
    }

    public DateTimeOffset HourAgo => At.AddHours(-1);

    /// <summary>Whether strictly more than a time has passed since an instant.</summary>
    public bool IsOver(DateTimeOffset? since, TimeSpan limit) => since is { } start && At - start > limit;
}
