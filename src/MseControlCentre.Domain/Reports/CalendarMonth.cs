using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MseControlCentre.Domain.Reports;

/// <summary>A month of the local calendar.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarMonth
{
    private readonly DateOnly _first;

    private CalendarMonth(DateOnly first) => _first = first;

    /// <summary>The month with a year and a number from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public CalendarMonth(int year, int number)
        : this(new DateOnly(year, number, 1))
    {
    }

    /// <summary>The month as a heading of a table: <c>Jan-23</c>.</summary>
    public string ShortName => _first.ToString("MMM-yy", CultureInfo.InvariantCulture);

    /// <summary>The month as a title: <c>January 2023</c>.</summary>
    public string Name => _first.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>2023-01</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarMonth month)
    {
        var known = DateOnly.TryParseExact(
            text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = new CalendarMonth(first);

        // So many months are reported at most; the first years of the calendar have none before them.
        return known && first.Year > 1;
    }

    /// <summary>The month so many later; earlier when negative.</summary>
    public CalendarMonth Add(int months) => new(_first.AddMonths(months));

    /// <summary>The instant at which the month begins by the clocks of a time zone (UTC).</summary>
    public DateTimeOffset StartsAt(TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        var local = _first.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, timeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <inheritdoc />
    public override string ToString() => _first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
