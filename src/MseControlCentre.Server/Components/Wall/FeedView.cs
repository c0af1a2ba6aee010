using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>One feed on the freshness strip.</summary>
/// <param name="Id">Identity of the feed.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Label">A shorter name, where the network gives one away that is this feed's alone.</param>
/// <param name="Trust">Its quality and since when.</param>
public sealed record FeedView(string Id, string Name, string Label, TrustNote Trust)
{
    /// <summary>Longest name that fits the strip as it is.</summary>
    private const int LongestLabel = 16;

    /// <summary>Makes the strip.</summary>
    public static IReadOnlyList<FeedView> All(Picture picture, NetworkMap network, LocalTime local)
    {
        var labels = network.Feeds.ToLookup(feed => LabelOf(feed, network), StringComparer.Ordinal)
            .Where(same => same.Key is not null && same.Count() == 1)
            .ToDictionary(same => same.Single().Id, same => same.Key!, StringComparer.Ordinal);
        return
        [
            // People fill in forms when they have something to say: that they say nothing is no trouble of a feed.
            .. picture.Feeds.Where(feed => feed.Quality is not FigureQuality.Declared)
                .OrderBy(feed => Rank(feed.Quality))
                .Select(feed => Of(feed, labels.GetValueOrDefault(feed.Id, feed.Name), local)),
        ];
    }

    // Those in trouble come first; otherwise each keeps the place that the network file gives it.
    private static int Rank(FigureQuality quality) => quality switch
    {
        FigureQuality.Stale => 0,
        FigureQuality.Late => 1,
        FigureQuality.Unknown => 2,
        _ => 3,
    };

    private static FeedView Of(FeedPicture feed, string label, LocalTime local) => new(
        feed.Id,
        feed.Name,
        label,
        feed.Quality is FigureQuality.Live
            // When it was last heard changes with every message and says nothing more than live.
            ? new TrustNote(FigureQuality.Live, null, null)
            : new TrustNote(
                feed.Quality,
                feed.KnownUntil,
                feed.KnownUntil is { } until ? local.Clock(until) : null,
                IsBehind: feed.IsBehind));

    private static string? LabelOf(Feed feed, NetworkMap network)
    {
        if (feed.Name.Length <= LongestLabel || feed.Subjects.Count == 0)
        {
            return feed.Name;
        }

        var subject = feed.Subjects[0] switch
        {
            FeedSubject.Beds => "beds",
            FeedSubject.EmergencyDepartment => "ED",
            FeedSubject.Ambulance => "ambulances",
            FeedSubject.Discharge => "discharge",
            FeedSubject.VirtualWards => "virtual wards",
            _ => "community",
        };
        var site = feed.Sites.Count == 1
            ? network.Sites.FirstOrDefault(site => string.Equals(site.Code, feed.Sites[0], StringComparison.Ordinal))
            : null;
        return site is null ? char.ToUpperInvariant(subject[0]) + subject[1..]
            : site.Name.Length + subject.Length < LongestLabel ? $"{site.Name} {subject}"
            : $"{site.Code} {subject}";
    }
}
