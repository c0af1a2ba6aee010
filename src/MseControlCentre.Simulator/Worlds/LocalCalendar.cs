namespace MseControlCentre.Simulator.Worlds;

/// <summary>Days and hours as the people of the system see them, from seconds since 1970 (UTC).</summary>
public sealed class LocalCalendar
{
    private readonly TimeZoneInfo _zone;
    private long _dayStart;
    private long _dayEnd = long.MinValue;

    /// <summary>Uses a time zone.</summary>
    public LocalCalendar(TimeZoneInfo zone) => _zone = zone;

    /// <summary>The instant of a second.</summary>
    public static DateTimeOffset Instant(long time) => DateTimeOffset.FromUnixTimeSeconds(time);

    /// <summary>Local date and time of a second, with its offset.</summary>
    public DateTimeOffset Local(long time) => TimeZoneInfo.ConvertTime(Instant(time), _zone);

    /// <summary>Whether the local time occurs twice, as in the last October night of summer time.</summary>
    public bool OccursTwice(long time) => _zone.IsAmbiguousTime(Instant(time));

    /// <summary>The local midnight at or before a second.</summary>
    public long Midnight(long time)
    {
        if (time < _dayStart || time >= _dayEnd)
        {
            var day = DateOnly.FromDateTime(Local(time).DateTime);
            _dayStart = Start(day);
            _dayEnd = Start(day.AddDays(1));
        }

        return _dayStart;
    }

    /// <summary>The local midnight after a second.</summary>
    public long NextMidnight(long time)
    {
        Midnight(time);
        return _dayEnd;
    }

    /// <summary>The second at which the local clock shows a time of the day that contains a second.</summary>
    public long OnDay(long time, double hour) => Midnight(time) + (long)(hour * 3600);

    /// <summary>The second at which the wall clock shows a time on the day that contains a second.</summary>
    public long AtClock(long time, int hour, int minute)
    {
        var clock = Local(time).Date.AddHours(hour).AddMinutes(minute);
        return new DateTimeOffset(clock, _zone.GetUtcOffset(clock)).ToUnixTimeSeconds();
    }

    /// <summary>Local hour, 0 to 23.</summary>
    public int Hour(long time) => Local(time).Hour;

    /// <summary>Local weekday, 0 for Monday to 6 for Sunday.</summary>
    public int Weekday(long time) => ((int)Local(time).DayOfWeek + 6) % 7;

    /// <summary>Local midnights between two seconds.</summary>
    public int Nights(long from, long to) =>
        DateOnly.FromDateTime(Local(to).DateTime).DayNumber - DateOnly.FromDateTime(Local(from).DateTime).DayNumber;

    private long Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight)).ToUnixTimeSeconds();
    }
}
