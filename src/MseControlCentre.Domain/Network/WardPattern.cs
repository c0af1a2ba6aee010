namespace MseControlCentre.Domain.Network;

/// <summary>A location as a feed sent it, with the site its feed speaks for.</summary>
internal readonly record struct Location(
    string? PointOfCare, string? Room, string? Bed, string? Facility, string? SiteHint)
{
    private const int LongestCached = 64;

    /// <summary>Whether every part is short enough to be kept: entries of the cache are bounded in size, too.</summary>
    public bool IsShort => IsShortPart(PointOfCare) && IsShortPart(Room) && IsShortPart(Bed)
        && IsShortPart(Facility) && IsShortPart(SiteHint);

    /// <summary>The same without surrounding spaces; a part that is empty is not there.</summary>
    public Location Trimmed() => new(Trim(PointOfCare), Trim(Room), Trim(Bed), Trim(Facility), Trim(SiteHint));

    private static bool IsShortPart(string? part) => part is null || part.Length <= LongestCached;

    private static string? Trim(string? part) => string.IsNullOrWhiteSpace(part) ? null : part.Trim();
}

/// <summary>A location pattern with the ward it leads to, ready for matching.</summary>
internal sealed class WardPattern
{
    private readonly PatternPart _pointOfCare;
    private readonly PatternPart _room;
    private readonly PatternPart _bed;
    private readonly PatternPart _facility;

    private WardPattern(string site, string ward, LocationPattern pattern)
    {
        Site = site;
        Ward = ward;
        _pointOfCare = new PatternPart(pattern.PointOfCare);
        _room = new PatternPart(pattern.Room);
        _bed = new PatternPart(pattern.Bed);
        _facility = new PatternPart(pattern.Facility);
    }

    /// <summary>Site code.</summary>
    public string Site { get; }

    /// <summary>Ward code.</summary>
    public string Ward { get; }

    /// <summary>Whether PL.2 takes part in naming the ward.</summary>
    public bool NamesRoom => !_room.IsAbsent;

    private IEnumerable<PatternPart> Parts => [_pointOfCare, _room, _bed, _facility];

    /// <summary>All patterns of a map, most specific first; equals stay in the order of the file.</summary>
    public static IEnumerable<WardPattern> MostSpecificFirst(NetworkMap map) =>
        map.Sites
            .SelectMany(site => site.Wards, (site, ward) => (site, ward))
            .SelectMany(at => at.ward.Locations, (at, pattern) => new WardPattern(at.site.Code, at.ward.Code, pattern))
            .OrderByDescending(pattern => pattern.Parts.Count(part => part.IsLiteral))
            .ThenByDescending(pattern => pattern.Parts.Count(part => !part.IsAbsent))
            .ThenByDescending(pattern => pattern.Parts.Sum(part => part.FixedCharacters));

    /// <summary>Whether a location fits.</summary>
    public bool Matches(Location location) =>
        _pointOfCare.Matches(location.PointOfCare)
        && _room.Matches(location.Room)
        && _bed.Matches(location.Bed)
        && _facility.Matches(location.Facility);
}
