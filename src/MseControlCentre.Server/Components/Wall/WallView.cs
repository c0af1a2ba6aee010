using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>What the wall shows of one picture.</summary>
/// <param name="Name">Name of the system.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Clock">The server's clock when the picture was taken.</param>
/// <param name="Situation">The situation in words, worst first.</param>
/// <param name="Sites">The sites.</param>
/// <param name="System">All sites together.</param>
/// <param name="Limits">What is past its limit and has no card.</param>
/// <param name="VirtualWards">The virtual wards.</param>
/// <param name="Delays">Patients with no criteria to reside.</param>
/// <param name="Calls">999 calls.</param>
/// <param name="Rest">What the day still brings.</param>
/// <param name="Feeds">The feeds, for the freshness strip.</param>
/// <param name="Heads">Heads of the columns that thresholds of the network file name.</param>
public sealed record WallView(
    string Name,
    LocalTime Local,
    ClockReading Clock,
    SituationView Situation,
    IReadOnlyList<SiteView> Sites,
    SystemView System,
    LimitsView Limits,
    VirtualWardsView VirtualWards,
    DelaysView Delays,
    CallsView Calls,
    RestView Rest,
    IReadOnlyList<FeedView> Feeds,
    ColumnHeads Heads)
{
    /// <summary>Sites from which on rows stand close.</summary>
    private const int ManySites = 4;

    /// <summary>Whether rows stand close, because there are many sites.</summary>
    public bool IsClose => Sites.Count >= ManySites;

    /// <summary>Makes the view of a picture.</summary>
    public static WallView Of(ViewContext views, ClockReading clock)
    {
        ArgumentNullException.ThrowIfNull(views);
        return new WallView(
            views.Picture.NetworkName,
            views.Local,
            clock,
            SituationView.Of(views),
            [.. views.Picture.Sites.Select(site => SiteView.Of(site, views))],
            SystemView.Of(views),
            LimitsView.Of(views),
            VirtualWardsView.Of(views),
            DelaysView.Of(views),
            CallsView.Of(views),
            RestView.Of(views),
            FeedView.All(views.Picture, views.Network, views.Local),
            new ColumnHeads(
                FormattableString.Invariant($"> {views.Thresholds.EdStandard.Value:0.#} h"),
                FormattableString.Invariant($"> {views.Thresholds.EdLong.Value:0.#} h")));
    }
}

/// <summary>Heads of the columns that thresholds of the network file name.</summary>
/// <param name="Standard">Over the emergency-department standard.</param>
/// <param name="LongStay">Over the long stay.</param>
public sealed record ColumnHeads(string Standard, string LongStay);
