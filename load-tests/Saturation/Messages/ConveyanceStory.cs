using System.Globalization;

namespace MseControlCentre.Saturation.Messages;

/// <summary>Conveyances to one site, each of four events: dispatched, arrived, handed over, cleared.</summary>
internal sealed class ConveyanceStory(string prefix, int number)
{
    private static readonly string[] s_sites = ["RAJ12", "RAJ32", "RAJ01"];

    private static readonly (string Kind, bool HasCategory)[] s_steps =
    [
        ("AmbulanceDispatchedToHospital", true), ("AmbulanceArrived", true), ("HandoverCompleted", false),
        ("AmbulanceCleared", false),
    ];

    private long _count;

    /// <summary>The next event as JSON, ASCII only.</summary>
    public string Next()
    {
        var (kind, hasCategory) = s_steps[_count % s_steps.Length];
        var conveyance = (_count / s_steps.Length).ToString("x", CultureInfo.InvariantCulture);
        var message = (_count++).ToString("x", CultureInfo.InvariantCulture);
        var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var category = hasCategory ? ",\"category\":\"C2\"" : string.Empty;
        return $"{{\"source\":\"eeast-cad\",\"messageId\":\"{prefix}{message}\",\"occurredAt\":\"{time}\","
            + $"\"site\":\"{s_sites[number % s_sites.Length]}\",\"kind\":\"{kind}\","
            + $"\"detail\":{{\"conveyance\":\"J{prefix}{conveyance}\"{category}}}}}";
    }
}
