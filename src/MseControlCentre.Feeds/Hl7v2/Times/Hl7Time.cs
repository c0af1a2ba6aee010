using System.Globalization;

namespace MseControlCentre.Feeds.Hl7v2.Times;

/// <summary>
/// Reads HL7 times (TS, DTM): <code>YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]</code>
/// such as <c>20261122095800</c>, <c>202611220958+0000</c> or <c>20261122</c>.
/// </summary>
/// <param name="zone">The zone of times without an offset: the network's.</param>
public sealed class Hl7Time(TimeZoneInfo zone)
{
    private const string Form = "a time YYYYMMDDHHMM[SS[.S]][+ZZZZ] was expected";

    /// <summary>Reads a time.</summary>
    /// <param name="value">The field; its first component is read.</param>
    /// <param name="receivedAt">
    /// The receiving clock: it decides between the two readings of the hour in October.
    /// </param>
    /// <param name="time">The time, in UTC.</param>
    /// <param name="expected">What was wrong, when false is returned; it never repeats the value.</param>
    public bool TryRead(ReadOnlySpan<char> value, DateTimeOffset receivedAt, out DateTimeOffset time,
        out string expected)
    {
        time = default;
        expected = Form;
        value = value.Trim();
        if (!TrySplitOffset(ref value, out var offset) || !TryReadLocal(value, out var local))
        {
            return false;
        }

        if (offset is { } told)
        {
            return TryUtc(local, told, out time);
        }

        return TryUtc(local, OffsetAt(local, receivedAt), out time);
    }

    // The hour that occurs twice: the reading nearest to the receiving clock. The hour that does not occur: the
    // clock had not been put forward, so standard time is meant (01:30 is read as 02:30 summer time).
    private TimeSpan OffsetAt(DateTime local, DateTimeOffset receivedAt)
    {
        if (!zone.IsAmbiguousTime(local))
        {
            return zone.GetUtcOffset(local);
        }

        return zone.GetAmbiguousTimeOffsets(local)
            .OrderBy(offset => (new DateTimeOffset(local, offset) - receivedAt).Duration())
            .ThenByDescending(offset => offset)
            .First();
    }

    private static bool TryUtc(DateTime local, TimeSpan offset, out DateTimeOffset time)
    {
        var ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            time = default;
            return false;
        }

        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    // "+0100", "-0500"; also "+01:00", "+01" and "Z", which some senders write.
    private static bool TrySplitOffset(ref ReadOnlySpan<char> value, out TimeSpan? offset)
    {
        offset = null;
        if (value.EndsWith("Z", StringComparison.Ordinal))
        {
            offset = TimeSpan.Zero;
            value = value[..^1];
            return true;
        }

        var sign = value.LastIndexOfAny('+', '-');
        if (sign < 0)
        {
            return true;
        }

        var digits = value[(sign + 1)..];
        var hours = digits.Length >= 2 ? Number(digits[..2]) : -1;
        var minutes = digits.Length switch
        {
            2 => 0,
            4 => Number(digits[2..]),
            5 when digits[2] == ':' => Number(digits[3..]),
            _ => -1,
        };
        if (hours is < 0 or > 14 || minutes is < 0 or > 59)
        {
            return false;
        }

        var size = new TimeSpan(hours, minutes, 0);
        offset = value[sign] == '-' ? -size : size;
        value = value[..sign];
        return true;
    }

    private static bool TryReadLocal(ReadOnlySpan<char> value, out DateTime local)
    {
        local = default;
        var fraction = 0L;
        var point = value.IndexOf('.');
        if (point >= 0)
        {
            if (point != 14 || !TryReadFraction(value[15..], out fraction))
            {
                return false;
            }

            value = value[..point];
        }

        if (value.Length is not (4 or 6 or 8 or 10 or 12 or 14))
        {
            return false;
        }

        var year = Number(value[..4]);
        var month = Part(value, 4, 1);
        var day = Part(value, 6, 1);
        var hour = Part(value, 8, 0);
        var minute = Part(value, 10, 0);
        var second = Part(value, 12, 0);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(fraction);
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> digits, out long ticks)
    {
        ticks = 0;
        var scale = TimeSpan.TicksPerSecond;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            scale /= 10;
            ticks += (digit - '0') * scale;
        }

        return digits.Length is > 0 and <= 9;
    }

    private static int Part(ReadOnlySpan<char> value, int start, int otherwise) =>
        value.Length >= start + 2 ? Number(value.Slice(start, 2)) : otherwise;

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
