using System.Runtime.InteropServices;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Freshness;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures;

/// <summary>How far figures from the same feeds can be trusted.</summary>
/// <param name="Quality">The worst quality among the feeds.</param>
/// <param name="Source">The feeds, comma-separated.</param>
/// <param name="AsOf">When the newest event of any of them was recorded.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trust(FigureQuality Quality, string Source, DateTimeOffset? AsOf)
{
    public static readonly Trust Nothing = new(FigureQuality.Unknown, string.Empty, null);

    /// <summary>Trust in a declaration: declared, and stale once it has expired.</summary>
    public static Trust Declared(FlowEvent declared, Moment moment)
    {
        var declaration = (Declaration)declared.Detail;
        return new Trust(
            declaration.ExpiresAt < moment.At ? FigureQuality.Stale : FigureQuality.Declared,
            declaration.DeclaredBy ?? declared.Source,
            declared.OccurredAt);
    }

    /// <summary>
    /// Trust in figures that rest on several sources:
    /// the worst quality, all their names, the newest time.
    /// </summary>
    public static Trust Combine(IEnumerable<Trust> parts)
    {
        Trust? all = null;
        foreach (var part in parts)
        {
            all = all is { } sofar ? Combine(sofar, part) : part;
        }

        return all ?? Nothing;
    }

    /// <summary>The trust in what the network's feeds tell about a subject at a site.</summary>
    public static Trust Of(
        FeedSubject subject, string site, NetworkMap network, Func<string, FeedLog?> logOf, DateTimeOffset at)
    {
        var heard = Nothing;
        var silentFromTheStart = false;
        foreach (var feed in network.Feeds)
        {
            if (!Tells(feed, subject, site))
            {
                continue;
            }

            var log = logOf(feed.Id);
            var quality = log?.QualityAt(at, feed) ?? FigureQuality.Unknown;
            if (quality == FigureQuality.Unknown)
            {
                silentFromTheStart = true;
                continue;
            }

            var part = new Trust(quality, feed.Id, log?.LastRecordedAt);
            heard = heard.Quality == FigureQuality.Unknown ? part : Combine(heard, part);
        }

        // A feed that should tell part of the story and never has makes the rest late at best.
        return silentFromTheStart && heard.Quality == FigureQuality.Live
            ? heard with { Quality = FigureQuality.Late }
            : heard;
    }

    /// <summary>Whether a feed tells about a subject at a site.</summary>
    internal static bool Tells(Feed feed, FeedSubject subject, string site) =>
        feed.Protocol != FeedProtocol.Declared
        && feed.Subjects.Contains(subject)
        && (feed.Sites.Count == 0 || feed.Sites.Contains(site, StringComparer.Ordinal));

    private static Trust Combine(Trust one, Trust other)
    {
        var quality = Rank(one.Quality) >= Rank(other.Quality) ? one.Quality : other.Quality;
        var asOf = one.AsOf is null || other.AsOf > one.AsOf ? other.AsOf : one.AsOf;
        var source = one.Source.Contains(other.Source, StringComparison.Ordinal)
            ? one.Source
            : one.Source + "," + other.Source;
        return new Trust(quality, source, asOf);
    }

    private static int Rank(FigureQuality quality) => quality switch
    {
        FigureQuality.Live => 0,
        FigureQuality.Declared => 1,
        FigureQuality.Late => 2,
        FigureQuality.Stale => 3,
        _ => 4,
    };
}
