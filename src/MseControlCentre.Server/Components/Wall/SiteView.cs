using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>One site's column: the same four questions in the same place.</summary>
/// <param name="Code">ODS site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Outside">Who waits outside?</param>
/// <param name="Inside">Who waits inside?</param>
/// <param name="Beds">Where can they go?</param>
/// <param name="Leaving">Who leaves?</param>
public sealed record SiteView(
    string Code, string Name, HandoversView Outside, RowView Inside, RowView Beds, DischargesView Leaving)
{
    /// <summary>Makes the column of a site.</summary>
    public static SiteView Of(SitePicture site, ViewContext views) => new(
        site.Code,
        site.Name,
        HandoversView.Of(site, views),
        InsideOf(site.Figures, views),
        BedsOf(site.Figures, views),
        DischargesView.Of(site, views));

    private static RowView InsideOf(FigureSet figures, ViewContext views)
    {
        var hours = views.Thresholds.EdStandard.Value;
        var longHours = views.Thresholds.EdLong.Value;
        return new RowView(
            FigureView.Of(
                figures.Find(EmergencyDepartmentMeasures.InDepartment.Id),
                "In the emergency department",
                Level.Normal),
            [
                FigureView.Of(
                    figures.Find(EmergencyDepartmentMeasures.EdOverStandard.Id),
                    FormattableString.Invariant($"over {hours:0.#} h"),
                    Level.Normal),
                FigureView.Of(
                    figures.Find(EmergencyDepartmentMeasures.EdOverLong.Id),
                    FormattableString.Invariant($"over {longHours:0.#} h"),
                    Levels.EdLong(figures)),
                FigureView.Of(figures.Find(EmergencyDepartmentMeasures.AwaitingBed.Id), "await bed", Level.Normal),
            ],
            views.Trust(figures, EmergencyDepartmentMeasures.InDepartment, EmergencyDepartmentMeasures.AwaitingBed));
    }

    private static RowView BedsOf(FigureSet figures, ViewContext views)
    {
        var level = Levels.Beds(figures, views.Thresholds);
        return new RowView(
            FigureView.Of(figures.Find(BedMeasures.BedsAvailable.Id), "G&A beds free", level),
            [
                FigureView.Of(figures.Find(BedMeasures.BedOccupancy.Id), "% occupied", level, "0.0"),
                FigureView.Of(figures.Find(BedMeasures.EscalationBedsOpen.Id), "escalation", Level.Normal),
                FigureView.Of(figures.Find(BedMeasures.BedsClosed.Id), "closed", Level.Normal),
            ],
            views.Trust(figures, BedMeasures.BedsAvailable, BedMeasures.BedOccupancy));
    }
}

/// <summary>A row of one great figure and the three behind it.</summary>
/// <param name="Main">The great figure.</param>
/// <param name="Behind">The figures behind it.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record RowView(FigureView Main, IReadOnlyList<FigureView> Behind, TrustNote? Trust);
