using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// Reads locations (PL) through the network file's patterns:
/// <code>^AMU^07^RAJ12</code> (ITK: ward in PL.2, site in PL.4) or <code>SOU-AMU^B^07</code>
/// </summary>
internal sealed class PlaceReader(AdtReading reading)
{
    private const string Withheld = "withheld: looked like an identifier";

    /// <summary>The site of a location; the feed's own when the location names none.</summary>
    public string SiteOf(Hl7Value location, string field) => Resolve(location, field).Site;

    /// <summary>The place; null when the field is omitted or set to nothing (a patient is never nowhere).</summary>
    public Place? Read(Hl7Value location, string field)
    {
        if (!location.HasValue)
        {
            return null;
        }

        var place = Resolve(location, field).Place;
        if (place.Bed is { } bed && NhsNumberPattern.IsIn(bed))
        {
            reading.Drop(field + ".3", bed, "a bed's name was expected, not an identifier");
            place = place with { Bed = null };
        }

        // The patient is somewhere in the site and must be counted there, so the place stays, without its text.
        if (place.Unmapped is { } unmapped && NhsNumberPattern.IsIn(unmapped))
        {
            reading.Drop(field, unmapped, "a location was expected, not an identifier");
            place = place with { Unmapped = Withheld };
        }

        return place;
    }

    private LocationResolution Resolve(Hl7Value location, string field)
    {
        var facility = Part(location, 4);
        var found = reading.Locations.Resolve(
            Part(location, 1), Part(location, 2), Part(location, 3), facility, reading.SiteHint)
            ?? throw new RejectedException(new Rejection(
                field + ".4",
                Shape.Of(facility),
                "a site of the network file was expected here or in MSH-4, or a feed that has only one site",
                RejectionCode.UnknownKey));
        if (reading.Feed.Sites.Count > 0 && !reading.Feed.Sites.Contains(found.Site, StringComparer.OrdinalIgnoreCase))
        {
            throw new RejectedException(new Rejection(
                field + ".4",
                $"site {found.Site}",
                $"a site of the feed {reading.Feed.Id} was expected; check the location or the feed's sites",
                RejectionCode.TableValueNotFound));
        }

        return found;
    }

    private static string? Part(Hl7Value location, int number)
    {
        var part = location.Component(number).SubComponent(1);
        var text = part.HasValue ? part.Text().Trim() : string.Empty;
        return text.Length == 0 ? null : text;
    }
}
