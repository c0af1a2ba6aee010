using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>The whole system in eight figures.</summary>
public static class SystemTotals
{
    /// <summary>Makes the figures.</summary>
    public static IReadOnlyList<FigureView> Of(ViewContext views)
    {
        var figures = views.Picture.Figures;
        return
        [
            Plain(HandoverMeasures.AmbulancesWaiting, "ambulances"),
            Plain(EmergencyDepartmentMeasures.InDepartment, "in ED"),
            Plain(EmergencyDepartmentMeasures.AwaitingBed, "await a bed"),
            FigureView.Of(
                figures.Find(EmergencyDepartmentMeasures.EdPerformanceToday.Id), "% within 4 h", Level.Normal),
            Plain(BedMeasures.BedsAvailable, "beds free"),
            FigureView.Of(
                figures.Find(BedMeasures.BedOccupancy.Id),
                "% occupied",
                Levels.Beds(figures, views.Thresholds),
                "0.0"),
            Plain(BedMeasures.AdmissionsToday, "admitted"),
            Plain(DischargeMeasures.DischargesToday, "discharged"),
        ];

        FigureView Plain(Measure measure, string label) =>
            FigureView.Of(figures.Find(measure.Id), label, Level.Normal);
    }
}
