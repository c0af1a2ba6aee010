using System.Globalization;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>Writes at most one line for each simulated hour.</summary>
internal sealed class HourlyReport
{
    private readonly Action<string> _log;
    private readonly TimeZoneInfo _zone;
    private long _hour = long.MinValue;

    public HourlyReport(Action<string> log, TimeZoneInfo zone)
    {
        _log = log;
        _zone = zone;
    }

    public static string Line(DateTimeOffset at, IReadOnlyDictionary<string, SenderCounts> counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{at:yyyy-MM-dd HH:mm zzz} sent {counts.Values.Sum(one => one.Accepted)}, "
        + $"refused {counts.Values.Sum(one => one.Refused)}, retries {counts.Values.Sum(one => one.Retries)}");

    public void At(DateTimeOffset now, IReadOnlyDictionary<string, SenderCounts> counts)
    {
        var hour = now.UtcTicks / TimeSpan.TicksPerHour;
        if (hour != _hour)
        {
            _hour = hour;
            _log(Line(TimeZoneInfo.ConvertTime(now, _zone), counts));
        }
    }
}
