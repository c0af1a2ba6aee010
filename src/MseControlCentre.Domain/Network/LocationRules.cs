namespace MseControlCentre.Domain.Network;

/// <summary>
/// Every location must lead to one ward: a pattern says which ward it is, and no two wards have the same one.
/// </summary>
internal static class LocationRules
{
    private sealed record Claim(string Key, int Site, LocationPattern Pattern);

    public static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        var first = new Dictionary<(string?, string?, string?, string?), Claim>();
        foreach (var claim in Claims(map))
        {
            var pattern = claim.Pattern;
            if (pattern.PointOfCare is null && pattern.Room is null && pattern.Bed is null)
            {
                errors.Add(new NetworkFileError(
                    claim.Key, "no pointOfCare, room or bed", "at least one of them: a facility alone names no ward"));
                continue;
            }

            var parts = (Fold(pattern.PointOfCare), Fold(pattern.Room), Fold(pattern.Bed), Fold(pattern.Facility));
            if (!first.TryAdd(parts, claim) && CanMeet(map, first[parts].Site, claim.Site))
            {
                errors.Add(new NetworkFileError(
                    claim.Key,
                    $"the same pattern as {first[parts].Key}",
                    "a pattern of its own (case is ignored), else a location could mean either"));
            }
        }
    }

    private static IEnumerable<Claim> Claims(NetworkMap map) =>
        from site in map.Sites.Index()
        from ward in site.Item.Wards.Index()
        from pattern in ward.Item.Locations.Index()
        select new Claim(
            $"sites[{site.Index}].wards[{ward.Index}].locations[{pattern.Index}]", site.Index, pattern.Item);

    /// <summary>
    /// Two sites may use the same words as long as each has a feed of its own, which then says which site is meant.
    /// </summary>
    private static bool CanMeet(NetworkMap map, int site, int other) => site == other || map.Feeds.Any(feed =>
        feed.Protocol == FeedProtocol.Hl7v2 && Tells(feed, map.Sites[site]) && Tells(feed, map.Sites[other]));

    private static bool Tells(Feed feed, Site site) =>
        feed.Sites.Count == 0 || feed.Sites.Contains(site.Code, StringComparer.Ordinal);

    private static string? Fold(string? part) => part?.ToUpperInvariant();
}
