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
    IReadOnlyList<int> ByHour,
    TrustNote? Trust)
{
    /// <summary>Makes the row of a site.</summary>
    public static DischargesView Of(SitePicture site, ViewContext views)
    {
        var figures = site.Figures;
        return new DischargesView(
            FigureView.Of(figures.Find(Measures.DischargesToday.Id), "Discharged today", Level.Normal),
            FigureView.Of(figures.Find(Measures.DefiniteDischarges.Id), "definite", Level.Normal),
            FigureView.Of(figures.Find(Measures.PotentialDischarges.Id), "potential to leave", Level.Normal),
            FigureView.Of(figures.Find(Measures.AdmissionsToday.Id), "admitted", Level.Normal),
            // Nothing heard is not an hour without a discharge.
            figures.Find(Measures.DischargesToday.Id) is { Quality: not FigureQuality.Unknown }
                ? site.DischargesByHour
                : [],
            views.Trust(figures, Measures.DischargesToday));
    }
}
