using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// Areas of a site or of the system that are not known because their feed is silent or was never heard. What no feed of
/// the network file tells of is not missed. What is missed at every site is said once, of the system.
/// </summary>
internal static class NotKnownAreas
{
    private const int NamedAreas = 2;

    private static readonly Area[] s_ofSites =
    [
        new(FeedSubject.Ambulance, "ambulances", HandoverMeasures.AmbulancesWaiting),
        new(FeedSubject.EmergencyDepartment, "ED", EmergencyDepartmentMeasures.InDepartment),
        new(FeedSubject.Beds, "beds", BedMeasures.Inpatients),
        new(FeedSubject.Discharge, "discharge delays", DischargeMeasures.NoCriteriaToReside),
    ];

    private static readonly Area[] s_ofSystem =
    [
        new(FeedSubject.VirtualWards, "virtual wards", VirtualWardMeasures.VirtualWardOccupied),
        new(FeedSubject.Community, "community beds", CommunityMeasures.Occupied),
    ];

    public static IEnumerable<Constraint> Of(Situation situation)
    {
        var ofSystem = s_ofSites
            .Where(area => situation.Sites.All(site => Missing(area, site, situation).Count > 0))
            .ToList();
        var everywhere = ofSystem
            .Concat(s_ofSystem.Where(area => Missing(area, situation.System, situation).Count > 0))
            .ToList();
        if (everywhere.Count > 0)
        {
            var told = s_ofSites.Concat(s_ofSystem).Count(area => IsTold(area, situation));
            yield return Of(situation.System, everywhere, everywhere.Count == told, situation);
        }

        foreach (var site in situation.Sites)
        {
            var areas = s_ofSites
                .Except(ofSystem)
                .Where(area => Missing(area, site, situation).Count > 0)
                .ToList();
            if (areas.Count > 0)
            {
                var told = s_ofSites.Count(area => IsTold(area, situation));
                yield return Of(site, areas, areas.Count == told, situation);
            }
        }
    }

    private static Constraint Of(Place place, List<Area> areas, bool isAll, Situation situation)
    {
        var feeds = areas
            .SelectMany(area => place.IsSystem && s_ofSites.Contains(area)
                ? situation.Sites.SelectMany(site => Missing(area, site, situation))
                : Missing(area, place, situation))
            .DistinctBy(feed => feed.Id, StringComparer.Ordinal)
            .ToList();
        var what = isAll ? place.IsSystem ? "nothing is known" : "not known"
            : areas.Count > NamedAreas ? $"{areas.Count} areas not known"
            : string.Join(" and ", areas.Select(area => area.Name)) + " not known";
        return new Constraint(
            ConstraintKind.NotKnown,
            place.Scope,
            place.Name,
            Severity.Watch,
            null,
            null,
            feeds.Min(feed => feed.KnownUntil),
            false,
            null,
            place.FigureId(areas[0].Shown),
            null,
            [.. Behind(areas, feeds, situation).Take(Constraint.MostFacts)],
            [])
        {
            What = what,
            Headline = place.Headline(what),
        };
    }

    private static IEnumerable<string> Behind(List<Area> areas, List<FeedPicture> feeds, Situation situation)
    {
        if (areas.Count > NamedAreas)
        {
            yield return string.Join(", ", areas.Select(area => area.Name));
        }

        foreach (var feed in feeds)
        {
            yield return feed.KnownUntil is not { } until ? $"{feed.Name} never heard"
                : feed.IsBehind ? $"{feed.Name} behind, told until {Local(until, situation):HH:mm}"
                : $"{feed.Name} last heard {Local(until, situation):HH:mm}";
        }
    }

    /// <summary>The silent feeds because of which an area is not known there; none when it is known.</summary>
    private static List<FeedPicture> Missing(Area area, Place place, Situation situation) =>
        place.Now[area.Shown] is not null
            ? []
            : [.. situation.Network.Feeds
                .Where(feed => Trust.Tells(feed, area.Subject, place.Scope)
                    || (place.Site is null && feed.Protocol != FeedProtocol.Declared
                        && feed.Subjects.Contains(area.Subject)))
                .Select(feed => situation.Picture.Feeds.FirstOrDefault(
                    one => string.Equals(one.Id, feed.Id, StringComparison.Ordinal)))
                .OfType<FeedPicture>()
                .Where(feed => feed.Quality is FigureQuality.Unknown or FigureQuality.Stale)];

    private static bool IsTold(Area area, Situation situation) => situation.Network.Feeds.Any(
        feed => feed.Protocol != FeedProtocol.Declared && feed.Subjects.Contains(area.Subject));

    private static DateTimeOffset Local(DateTimeOffset instant, Situation situation) =>
        TimeZoneInfo.ConvertTime(
            instant, TimeZoneInfo.FindSystemTimeZoneById(situation.Network.TimeZone));

    /// <summary>What feeds tell of one subject.</summary>
    /// <param name="Subject">The subject.</param>
    /// <param name="Name">Its name as people say it.</param>
    /// <param name="Shown">A figure that is known as soon as a feed tells of it.</param>
    private sealed record Area(FeedSubject Subject, string Name, Measure Shown);
}
