namespace MseControlCentre.Domain.Network;

/// <summary>
/// Codes are the names by which events and figures find their subject, so each means one thing; and a provider that is
/// named exists.
/// </summary>
internal static class CodeRules
{
    public static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        CheckTimeZone(map.TimeZone, errors);
        CheckUnique(Scopes(map), errors);
        for (var i = 0; i < map.Sites.Count; i++)
        {
            CheckUnique(map.Sites[i].Wards.Select((ward, j) => ($"sites[{i}].wards[{j}].code", ward.Code)), errors);
        }

        CheckProviders(map, errors);
    }

    private static void CheckTimeZone(string timeZone, List<NetworkFileError> errors)
    {
        if (timeZone.Length > 0 && !(TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) && zone.HasIanaId))
        {
            errors.Add(new NetworkFileError(
                "timeZone",
                JsonShape.OfText(timeZone),
                "an IANA time zone that this machine knows, such as Europe/London"));
        }
    }

    /// <summary>
    /// The scopes of figures and the places of events: the system, sites, virtual wards, units and partners.
    /// </summary>
    private static IEnumerable<(string Key, string Code)> Scopes(NetworkMap map) =>
        new[] { ("code", map.Code) }
            .Concat(map.Sites.Select((site, i) => ($"sites[{i}].code", site.Code)))
            .Concat(map.VirtualWards.Select((ward, i) => ($"virtualWards[{i}].code", ward.Code)))
            .Concat(map.CommunityUnits.Select((unit, i) => ($"communityUnits[{i}].code", unit.Code)))
            .Append(("ambulanceService.code", map.AmbulanceService.Code))
            .Concat(map.Partners.Select((partner, i) => ($"partners[{i}].code", partner.Code)));

    private static void CheckUnique(IEnumerable<(string Key, string Code)> codes, List<NetworkFileError> errors)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, code) in codes)
        {
            if (code.Length > 0 && !first.TryAdd(code, key))
            {
                errors.Add(new NetworkFileError(
                    key, $"the code {code} again", $"a code that {first[code]} does not have (case is ignored)"));
            }
        }
    }

    private static void CheckProviders(NetworkMap map, List<NetworkFileError> errors)
    {
        var known = map.Partners.Select(partner => partner.Code)
            .Concat(map.Sites.Select(site => site.Organisation))
            .ToHashSet(StringComparer.Ordinal);
        var named = map.VirtualWards.Select((ward, i) => (Key: $"virtualWards[{i}].provider", ward.Provider))
            .Concat(map.CommunityUnits.Select((unit, i) => (Key: $"communityUnits[{i}].provider", unit.Provider)));
        foreach (var (key, provider) in named)
        {
            if (provider.Length > 0 && !known.Contains(provider))
            {
                errors.Add(new NetworkFileError(
                    key, $"the code {provider}", "the code of a partner or the organisation of a site"));
            }
        }
    }
}
