using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

/// <summary>Lists the locations of a site that no ward matches.</summary>
internal static class UnmappedPlaces
{
    /// <summary>Places listed at most: a feed with another map would fill the picture with its places.</summary>
    internal const int MostListed = 100;

    public static IReadOnlyList<UnmappedPlace> Of(SiteView site) =>
    [
        .. site.Inpatients.Concat(site.InDepartment)
            .Where(e => e.Standing.Place?.Unmapped is not null)
            .GroupBy(e => e.Standing.Place!.Unmapped!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MostListed)
            .Select(group => new UnmappedPlace(group.Key, group.Count())),
    ];
}
