using System.Globalization;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>In which order the quarantine is listed.</summary>
public enum QuarantineSort
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,

    /// <summary>By feed, then newest first.</summary>
    Feed,

    /// <summary>By field, then newest first.</summary>
    Reason,
}

/// <summary>Which messages of the quarantine are asked for; it stands in the address.</summary>
/// <param name="Feed">A feed, or <see cref="UnknownSender"/>; null for all.</param>
/// <param name="Reason">Key of a reason; null for all.</param>
/// <param name="Day">A local day on which they were received; null for all.</param>
/// <param name="Sort">The order.</param>
/// <param name="Part">Which part of the list, from 1.</param>
public sealed record QuarantineFilter(string? Feed, string? Reason, DateOnly? Day, QuarantineSort Sort, int Part)
{
    /// <summary>Stands for senders that are no feed of the network.</summary>
    public const string UnknownSender = "unknown";

    /// <summary>Where the list is.</summary>
    public const string ListPath = "/feeds/quarantine";

    /// <summary>Where the list is as a file.</summary>
    public const string FilePath = "/feeds/quarantine.csv";

    /// <summary>Where a replay is confirmed.</summary>
    public const string ReplayPath = "/feeds/replay";

    /// <summary>Reads what an address says; what cannot be used asks for all.</summary>
    public static QuarantineFilter Read(string? feed, string? reason, string? day, string? sort, int? part) => new(
        string.IsNullOrEmpty(feed) ? null : feed,
        string.IsNullOrEmpty(reason) ? null : reason,
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null,
        Enum.TryParse<QuarantineSort>(sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : default,
        Math.Clamp(part ?? 1, 1, 10_000));

    /// <summary>The day as an address writes it.</summary>
    public string? DayText => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The order as an address writes it.</summary>
    public string SortText => Sort.ToString().ToLowerInvariant();

    /// <summary>An address with this filter.</summary>
    public string At(string path)
    {
        (string Name, string? Value)[] parts =
        [
            ("feed", Feed),
            ("reason", Reason),
            ("day", DayText),
            ("sort", Sort is default(QuarantineSort) ? null : SortText),
            ("part", Part == 1 ? null : Part.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = string.Join('&', parts.Where(part => part.Value is not null)
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
