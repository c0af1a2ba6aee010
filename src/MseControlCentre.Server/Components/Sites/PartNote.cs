using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>How far a part of a site's board can be trusted, in words.</summary>
/// <param name="Trust">The note; null when the part is live.</param>
/// <param name="What">What the part lists, such as <c>ambulances</c>.</param>
public sealed record PartNote(TrustNote? Trust, string What)
{
    /// <summary>Whether what the part lists no longer describes now: its clocks stand still.</summary>
    public bool IsStale => Trust?.Quality is FigureQuality.Stale;

    /// <summary>Whether nothing is known, so that an empty list does not mean nobody.</summary>
    public bool IsUnknown => Trust?.Quality is FigureQuality.Unknown;

    /// <summary>How many there are: null when nothing is known, so that none listed does not read as nobody.</summary>
    /// <param name="listed">How many are known of.</param>
    public int? CountOf(int listed) => IsUnknown && listed == 0 ? null : listed;

    /// <summary>What it means for the reader; null when the mark alone says enough.</summary>
    public string? Words => (Trust?.Quality, Trust?.Clock) switch
    {
        (FigureQuality.Stale or FigureQuality.Late, { } until) when Trust.IsBehind =>
            $"The feed works off a backlog: it has told only until {until}. These {What} are as they stood then.",
        (FigureQuality.Stale, { } since) =>
            $"Nothing has been heard since {since}. These {What} are as they stood then; do not take them for now.",
        (FigureQuality.Stale, null) => $"These {What} are not of now; do not take them for it.",
        (FigureQuality.Late, { } since) =>
            $"The feed is late: last heard at {since}. The newest {What} may be missing.",
        (FigureQuality.Unknown, _) =>
            $"No feed has told of {What} yet. An empty list does not mean that there are none.",
        _ => null,
    };
}
