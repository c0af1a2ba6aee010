using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Who leaves: today's discharges, hour by hour.</summary>
/// <param name="Today">Discharged today.</param>
/// <param name="Behind">Definite and potential discharges still to come, admissions today.</param>
/// <param name="ByHour">Discharges in each hour of the day so far.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record DischargesView(
    FigureView Today, IReadOnlyList<FigureView> Behind, IReadOnlyList<int> ByHour, TrustNote? Trust)
{
    /// <summary>Makes the row of a site.</summary>
    public static DischargesView Of(SitePicture site, ViewContext views)
    {
        var figures = site.Figures;
        return new DischargesView(
            FigureView.Of(figures.Find(Measures.DischargesToday.Id), "Discharged today", Level.Normal),
            [
                FigureView.Of(figures.Find(Measures.DefiniteDischarges.Id), "definite left", Level.Normal),
                FigureView.Of(figures.Find(Measures.PotentialDischarges.Id), "potential", Level.Normal),
                FigureView.Of(figures.Find(Measures.AdmissionsToday.Id), "admitted", Level.Normal),
            ],
            site.DischargesByHour,
            views.Trust(figures, Measures.DischargesToday));
    }
}
