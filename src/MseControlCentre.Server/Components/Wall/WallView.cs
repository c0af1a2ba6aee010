using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>What the wall shows of one picture.</summary>
/// <param name="Name">Name of the system.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Clock">The server's clock when the picture was taken.</param>
/// <param name="Situation">The situation in words, worst first.</param>
/// <param name="Sites">The sites.</param>
/// <param name="VirtualWards">The virtual wards.</param>
/// <param name="Delays">Patients with no criteria to reside.</param>
/// <param name="Totals">The whole system.</param>
/// <param name="Feeds">The feeds, for the freshness strip.</param>
public sealed record WallView(
    string Name,
    LocalTime Local,
    ClockReading Clock,
    IReadOnlyList<SituationCard> Situation,
    IReadOnlyList<SiteView> Sites,
    VirtualWardsView VirtualWards,
    DelaysView Delays,
    IReadOnlyList<FigureView> Totals,
    IReadOnlyList<FeedView> Feeds)
{
    /// <summary>Makes the view of a picture.</summary>
    public static WallView Of(Picture picture, ClockReading clock, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var local = LocalTime.Of(picture.TimeZone);
        var views = new ViewContext(picture, network, local);
        return new WallView(
            picture.NetworkName,
            local,
            clock,
            SituationCards.Of(views),
            [.. picture.Sites.Select(site => SiteView.Of(site, views))],
            VirtualWardsView.Of(views),
            DelaysView.Of(views),
            SystemTotals.Of(views),
            FeedView.All(picture, network, local));
    }
}

/// <summary>What every part of a view is made from.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Network">The network file.</param>
/// <param name="Local">Local time of the system.</param>
public sealed record ViewContext(Picture Picture, NetworkMap Network, LocalTime Local)
{
    /// <summary>Thresholds of the network file.</summary>
    public Thresholds Thresholds => Network.Thresholds;

    /// <summary>The note on some figures.</summary>
    public TrustNote? Trust(FigureSet figures, params Measure[] measures) =>
        TrustNote.On(measures.Select(measure => figures.Find(measure.Id)), Picture.Feeds, Local);
}
