using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Who leaves: today's discharges, hour by hour.</summary>
/// <param name="Today">Discharged today.</param>
/// <param name="Definite">Definite discharges still to come today.</param>
/// <param name="Potential">Potential discharges still to come today.</param>
/// <param name="Admitted">Admitted today.</param>
/// <param name="ByHour">Discharges in each hour of the day so far.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record DischargesView(
    FigureView Today,
    FigureView Definite,
    FigureView Potential,
    FigureView Admitted,
    IReadOnlyList<int?> ByHour,
    TrustNote? Trust)
{
    /// <summary>Makes the row of a site.</summary>
    public static DischargesView Of(SitePicture site, ViewContext views)
    {
        var figures = site.Figures;
        return new DischargesView(
            FigureView.Of(figures.Find(DischargeMeasures.DischargesToday.Id), Label(site, views), Level.Normal),
            FigureView.Of(figures.Find(DischargeMeasures.DefiniteDischarges.Id), "definite", Level.Normal),
            FigureView.Of(figures.Find(DischargeMeasures.PotentialDischarges.Id), "potential to leave", Level.Normal),
            FigureView.Of(figures.Find(BedMeasures.AdmissionsToday.Id), "admitted", Level.Normal),
            // Nothing heard is not an hour without a discharge.
            figures.Find(DischargeMeasures.DischargesToday.Id) is { Quality: not FigureQuality.Unknown }
                ? site.DischargesByHour
                : [],
            views.Trust(figures, DischargeMeasures.DischargesToday));
    }

    /// <summary>A day that was only told of in part must not pass for a whole one.</summary>
    private static string Label(SitePicture site, ViewContext views) => site.CountedSince is { } since
        ? "Discharged since " + views.Local.Clock(since)
        : "Discharged today";
}
