using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>One site's row: the same four questions in the same place.</summary>
/// <param name="Code">ODS site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Opel">How hard it is pressed.</param>
/// <param name="Escalated">What is escalated there.</param>
/// <param name="Outside">Who waits outside?</param>
/// <param name="Inside">Who waits inside?</param>
/// <param name="Beds">Where can they go?</param>
/// <param name="Leaving">Who leaves?</param>
public sealed record SiteView(
    string Code,
    string Name,
    OpelMark Opel,
    EscalationMark Escalated,
    HandoversView Outside,
    CellView Inside,
    CellView Beds,
    LeavingView Leaving)
{
    /// <summary>Longest name that stands on one line.</summary>
    private const int LongestName = 13;

    /// <summary>Whether the name needs two lines.</summary>
    public bool IsLong => Name.Length > LongestName;

    /// <summary>Makes the row of a site.</summary>
    public static SiteView Of(SitePicture site, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SiteView(
            site.Code,
            site.Name,
            OpelMark.OfSite(site, views),
            EscalationMark.Of(views, site.Code),
            HandoversView.Of(site, views),
            InsideView.Of(site.Figures, views),
            BedsView.Of(site.Figures, views),
            LeavingView.OfSite(site, views));
    }
}

/// <summary>The whole system's row, below the sites'.</summary>
/// <param name="Opel">How hard it is pressed.</param>
/// <param name="Escalated">What is escalated everywhere.</param>
/// <param name="Outside">Who waits outside?</param>
/// <param name="Inside">Who waits inside?</param>
/// <param name="Beds">Where can they go?</param>
/// <param name="Leaving">Who leaves?</param>
public sealed record SystemView(
    OpelMark Opel,
    EscalationMark Escalated,
    CellView Outside,
    CellView Inside,
    CellView Beds,
    LeavingView Leaving)
{
    /// <summary>Makes the row.</summary>
    public static SystemView Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var figures = views.Picture.Figures;
        return new SystemView(
            OpelMark.OfSystem(views),
            EscalationMark.Of(views, code: null),
            HandoversView.OfSystem(views),
            InsideView.Of(figures, views),
            BedsView.Of(figures, views),
            LeavingView.OfSystem(views));
    }
}
