using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Shared;

/// <summary>Why the figures of a row cannot be taken as live, said once for the row.</summary>
/// <param name="Quality">The worst quality among them.</param>
/// <param name="Since">
/// When the source was last heard or, for one that is behind, until when it has told; null when never, or when it does
/// not matter.
/// </param>
/// <param name="Clock">That instant as the system's local time.</param>
/// <param name="IsExpired">Whether what somebody declared has expired, rather than a feed fallen silent.</param>
/// <param name="IsBehind">Whether the source is heard, but tells only of what happened long ago.</param>
public sealed record TrustNote(
    FigureQuality Quality, DateTimeOffset? Since, string? Clock, bool IsExpired = false, bool IsBehind = false)
{
    /// <summary>The note in a few words.</summary>
    public string Words => this switch
    {
        { Quality: FigureQuality.Live } => "live",
        { Quality: FigureQuality.Late, Since: null } => "known in part",
        { IsBehind: true } => $"told until {Clock}",
        { Quality: FigureQuality.Late } => $"late since {Clock}",
        { Quality: FigureQuality.Stale, IsExpired: true } => "declaration expired",
        { Quality: FigureQuality.Stale } => $"silent since {Clock ?? "the start"}",
        { Quality: FigureQuality.Declared } => $"declared {Clock}",
        _ => "not heard yet",
    };

    /// <summary>How a feed stands, in a word or two.</summary>
    public static string OfFeed(FigureQuality quality, bool isBehind) => quality switch
    {
        _ when isBehind => "behind",
        FigureQuality.Live => "live",
        FigureQuality.Late => "late",
        FigureQuality.Stale => "silent",
        FigureQuality.Declared => "declared",
        _ => "not heard yet",
    };

    /// <summary>The note on some figures; null when all of them are live.</summary>
    public static TrustNote? On(IEnumerable<Figure?> figures, IReadOnlyList<FeedPicture> feeds, LocalTime local)
    {
        var worst = figures.OfType<Figure>().OrderByDescending(figure => Rank(figure.Quality)).FirstOrDefault();
        if (worst is null)
        {
            return new TrustNote(FigureQuality.Unknown, null, null);
        }

        if (worst.Quality is FigureQuality.Live)
        {
            return null;
        }

        var sources = worst.Source.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var behind = feeds.Where(feed => sources.Contains(feed.Id, StringComparer.Ordinal)).ToList();
        var silent = behind.Where(feed => feed.Quality is FigureQuality.Late or FigureQuality.Stale).ToList();
        if (silent.Count == 0 && behind.Exists(feed => feed.Quality is FigureQuality.Unknown))
        {
            // Some of the feeds behind it have never been heard, so that it may count too few.
            return new TrustNote(worst.Quality, null, null);
        }

        var first = silent.MinBy(feed => feed.KnownUntil);
        var since = first?.KnownUntil ?? worst.AsOf;
        return new TrustNote(
            worst.Quality,
            since,
            since is { } instant ? local.Clock(instant) : null,
            worst.Quality is FigureQuality.Stale && silent.Count == 0,
            first?.IsBehind == true);
    }

    private static int Rank(FigureQuality quality) => quality switch
    {
        FigureQuality.Live => 0,
        FigureQuality.Declared => 1,
        FigureQuality.Late => 2,
        FigureQuality.Unknown => 3,
        _ => 4,
    };
}
