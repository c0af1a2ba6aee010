using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// Finds the site and ward of a location as a feed names it. Safe for several threads. Where several patterns match,
/// the most specific wins: more parts named exactly, then more parts named at all, then more characters fixed, then the
/// order of the network file.
/// </summary>
public sealed class LocationMap
{
    /// <summary>
    /// Resolved locations kept. A system of ten sites has some 10,000 beds; when it is full (a feed sends nonsense) it
    /// is emptied and fills again with what is in use.
    /// </summary>
    public const int MostCached = 20_000;

    /// <summary>Longest text kept of a bed's name or of a location that no ward matches, in characters.</summary>
    public const int LongestPlace = 64;

    private readonly string[] _sites;
    private readonly Dictionary<string, string> _siteByFacility;
    private readonly WardPattern[] _patterns;
    private readonly Dictionary<string, WardPattern[]> _patternsBySite;
    private readonly Lock _lock = new();
    private readonly Dictionary<Location, LocationResolution?> _cache = [];

    /// <summary>Prepares the patterns of a map.</summary>
    public LocationMap(NetworkMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        _sites = [.. map.Sites.Select(site => site.Code)];
        _patterns = [.. WardPattern.MostSpecificFirst(map)];
        _patternsBySite = _sites.ToDictionary(
            site => site,
            site => _patterns.Where(pattern => string.Equals(pattern.Site, site, StringComparison.Ordinal)).ToArray(),
            StringComparer.OrdinalIgnoreCase);
        _siteByFacility = SitesByFacility(map);
    }

    /// <summary>Number of resolved locations in the cache now.</summary>
    public int Cached
    {
        get
        {
            lock (_lock)
            {
                return _cache.Count;
            }
        }
    }

    /// <summary>
    /// Resolves a location (<c>PV1-3</c> such as <c>^AMU^07^RAJ12</c> or <c>SOU-AMU^B^07</c>). The site is the one the
    /// facility names, else the hint, else that of the ward whose pattern matches.
    /// </summary>
    /// <param name="pointOfCare">PL.1.</param>
    /// <param name="room">PL.2.</param>
    /// <param name="bed">PL.3.</param>
    /// <param name="facility">PL.4.</param>
    /// <param name="siteHint">Site of a feed that tells about one site; null for any other feed.</param>
    /// <returns>
    /// The place, unmapped (<c>PL.1^PL.2^PL.4</c>) when no ward matches; null when not even the site is known.
    /// </returns>
    public LocationResolution? Resolve(
        string? pointOfCare, string? room, string? bed, string? facility, string? siteHint)
    {
        var location = new Location(pointOfCare, room, bed, facility, siteHint);
        if (!location.IsShort)
        {
            return ResolveAnew(location.Trimmed());
        }

        lock (_lock)
        {
            if (_cache.TryGetValue(location, out var known))
            {
                return known;
            }
        }

        var resolution = ResolveAnew(location.Trimmed());
        lock (_lock)
        {
            if (_cache.Count >= MostCached)
            {
                _cache.Clear();
            }

            _cache[location] = resolution;
        }

        return resolution;
    }

    private LocationResolution? ResolveAnew(Location location)
    {
        var site = SiteOf(location);
        var candidates = site is null ? _patterns : _patternsBySite[site];
        foreach (var pattern in candidates)
        {
            if (pattern.Matches(location))
            {
                return new LocationResolution(pattern.Site, new Place(pattern.Ward, BedOf(location, pattern)));
            }
        }

        return site is null ? null : new LocationResolution(site, Unmapped(location));
    }

    private string? SiteOf(Location location)
    {
        if (location.Facility is { } facility && _siteByFacility.TryGetValue(facility, out var site))
        {
            return site;
        }

        return location.SiteHint is { } hint
            ? Array.Find(_sites, code => string.Equals(code, hint, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>
    /// Where the ward is not in PL.2, PL.2 is the bay, and beds of two bays may have the same number: the bay belongs
    /// to the bed's name.
    /// </summary>
    private static string? BedOf(Location location, WardPattern pattern)
    {
        if (location.Bed is null)
        {
            return null;
        }

        return pattern.NamesRoom || location.Room is null
            ? Shortened(location.Bed)
            : Shortened(location.Room + "/" + location.Bed);
    }

    private static Place Unmapped(Location location)
    {
        var text = $"{location.PointOfCare}^{location.Room}^{location.Facility}".Trim('^');
        var bed = location.Bed is null ? null : Shortened(location.Bed);
        return new Place(null, bed, text.Length == 0 ? null : Shortened(text));
    }

    private static string Shortened(string text)
    {
        if (text.Length <= LongestPlace)
        {
            return text;
        }

        // Half of a character beyond the first plane is no text.
        return text[..(char.IsHighSurrogate(text[LongestPlace - 1]) ? LongestPlace - 1 : LongestPlace)];
    }

    /// <summary>
    /// Site codes, and the facilities that the patterns of one site alone name (a hospital's own short code).
    /// </summary>
    private static Dictionary<string, string> SitesByFacility(NetworkMap map)
    {
        var named = from site in map.Sites
                    from ward in site.Wards
                    from pattern in ward.Locations
                    where new PatternPart(pattern.Facility).IsLiteral
                    select (Facility: pattern.Facility!, Site: site.Code);
        var found = named.GroupBy(name => name.Facility, name => name.Site, StringComparer.OrdinalIgnoreCase)
            .Where(sites => sites.Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(sites => sites.Key, sites => sites.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var site in map.Sites)
        {
            found[site.Code] = site.Code;
        }

        return found;
    }
}
