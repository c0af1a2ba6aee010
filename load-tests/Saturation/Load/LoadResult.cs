namespace MseControlCentre.Saturation.Load;

/// <summary>What one measurement found. Milliseconds; null where nothing was measured.</summary>
/// <param name="Events">Events acknowledged while measuring.</param>
/// <param name="Refused">Events refused while measuring.</param>
/// <param name="AcceptedInAll">Events acknowledged, warm-up included.</param>
/// <param name="EventsPerSecond">Events acknowledged a second.</param>
/// <param name="P50">Half of the answers came within this.</param>
/// <param name="P90">Nine in ten.</param>
/// <param name="P99">99 in a hundred.</param>
/// <param name="Longest">The slowest answer.</param>
/// <param name="FirstError">The first thing that went wrong; null when nothing did.</param>
internal sealed record LoadResult(
    long Events,
    long Refused,
    long AcceptedInAll,
    double EventsPerSecond,
    double? P50,
    double? P90,
    double? P99,
    double? Longest,
    string? FirstError);
