using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// What the day still brings, by what is usual and what is planned. Beds at midnight stand in the row of all sites.
/// </summary>
/// <param name="Figures">Admissions expected, discharges needed and planned.</param>
public sealed record RestView(IReadOnlyList<FigureView> Figures)
{
    /// <summary>Makes the panel.</summary>
    public static RestView Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var figures = views.Picture.Figures;
        return new RestView(
            [
                Plain(BedMeasures.ExpectedAdmissions, "admissions due"),
                Plain(ThroughputMeasures.NeededNextHour, "needed next hour"),
                Plain(DischargeMeasures.DefiniteDischarges, "definite to leave"),
                Plain(DischargeMeasures.PotentialDischarges, "potential to leave"),
            ]);

        FigureView Plain(Measure measure, string label) =>
            FigureView.Of(figures.Find(measure.Id), label, Level.Normal);
    }
}
