using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>What every rule reads: the picture, and the thresholds and standards of the network.</summary>
internal sealed class Situation(Picture picture, NetworkMap network)
{
    public Picture Picture => picture;

    public NetworkMap Network => network;

    public Thresholds Limits => network.Thresholds;

    public Place System { get; } = Place.System(picture);

    public IReadOnlyList<Place> Sites { get; } = [.. picture.Sites.Select(Place.Of)];

    public IReadOnlyList<Place> VirtualWards { get; } = [.. picture.VirtualWards.Select(Place.Of)];

    /// <summary>The other places of the same kind.</summary>
    public IEnumerable<Place> Others(Place place) =>
        (place.Site is null ? VirtualWards : Sites).Where(other => !ReferenceEquals(other, place));

    /// <summary>
    /// The levels that a measure should not pass, smallest first; empty when the network states none.
    /// </summary>
    public IReadOnlyList<double> StandardsOf(Measure measure) =>
    [
        .. network.Standards
            .Where(standard => standard.Direction == StandardDirection.AtMost
                && string.Equals(standard.Measure, measure.Id, StringComparison.Ordinal))
            .Select(standard => standard.Level.Value)
            .Order(),
    ];
}
