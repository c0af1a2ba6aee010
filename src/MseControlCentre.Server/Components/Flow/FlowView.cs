using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Flow.Geometry;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>The whole system as one picture: who is where, who moved, who waits, and what holds them up.</summary>
/// <param name="Local">Local time of the system.</param>
/// <param name="At">The instant it shows.</param>
/// <param name="IsNow">Whether that is now.</param>
/// <param name="Layout">Where everything is drawn.</param>
/// <param name="Sites">Code and name of each site.</param>
/// <param name="Places">Every place.</param>
/// <param name="Links">Every link.</param>
/// <param name="Scale">How wide links are.</param>
/// <param name="Bottleneck">What holds flow up most; null when nothing does.</param>
/// <param name="NotKnown">What is not known, in words.</param>
/// <param name="NotDrawn">Movement that the drawing leaves out, in words with its figure.</param>
public sealed record FlowView(
    LocalTime Local,
    DateTimeOffset At,
    bool IsNow,
    FlowLayout Layout,
    IReadOnlyList<(string Code, string Name)> Sites,
    IReadOnlyList<FlowPlace> Places,
    IReadOnlyList<FlowLink> Links,
    FlowScale Scale,
    FlowBottleneck? Bottleneck,
    IReadOnlyList<string> NotKnown,
    IReadOnlyList<FlowFact> NotDrawn)
{
    /// <summary>Makes the picture.</summary>
    /// <param name="picture">The figures.</param>
    /// <param name="network">The network.</param>
    /// <param name="trail">What the board showed in the hours before.</param>
    /// <param name="local">Local time of the system.</param>
    /// <param name="isNow">Whether the figures are of now.</param>
    public static FlowView Of(Picture picture, NetworkMap network, IFigureTrail trail, LocalTime local, bool isNow)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var figures = new FlowFigures(picture, network, local, isNow);
        var layout = FlowLayout.Of(
            [.. picture.Sites.Select(site => (site.Code, site.Name))], picture.VirtualWards.Count);
        var links = new FlowLinks(figures).All();
        var ranked = RankedConstraints.Of(picture, network, trail);
        return new FlowView(
            local,
            picture.At,
            isNow,
            layout,
            [.. picture.Sites.Select(site => (site.Code, site.Name))],
            new FlowPlaces(figures).All(),
            links,
            FlowScale.Of(links.Where(link => link.IsHourly)
                .Select(link => (link.Moved.Value ?? 0, layout.Routes[link.Id].Room))),
            FlowBottleneck.Of(ranked, figures, local),
            FlowBottleneck.NotKnownIn(ranked),
            [
                figures.Fact(
                    "admitted to maternity or a ward not told",
                    picture.Figures, Domain.Movements.MovementMeasures.ToOtherBeds),
                figures.Fact(
                    "admitted straight to critical care",
                    picture.Figures, Domain.Movements.MovementMeasures.DirectToCriticalCare),
            ]);
    }

    /// <summary>The places of a stage.</summary>
    public IEnumerable<FlowPlace> In(FlowStage stage) => Places.Where(place => place.Stage == stage);

    /// <summary>Whether a place or link is the bottleneck.</summary>
    public bool IsBottleneck(string id) => string.Equals(Bottleneck?.Mark, id, StringComparison.Ordinal);

    /// <summary>The links that end at a place.</summary>
    public IEnumerable<FlowLink> Into(FlowPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Links.Where(link => string.Equals(link.To, place.Id, StringComparison.Ordinal));
    }
}
