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
            Plain(Measures.AmbulancesWaiting, "ambulances wait"),
            Plain(Measures.InDepartment, "in ED"),
            Plain(Measures.AwaitingBed, "wait for a bed"),
            FigureView.Of(figures.Find(Measures.EdPerformanceToday.Id), "within 4 h today", Level.Normal, "0", "%"),
            Plain(Measures.BedsAvailable, "G&A beds free"),
            FigureView.Of(
                figures.Find(Measures.BedOccupancy.Id),
                "occupied",
                Levels.Beds(figures, views.Thresholds),
                "0.0",
                "%"),
            Plain(Measures.AdmissionsToday, "admitted today"),
            Plain(Measures.DischargesToday, "discharged today"),
        ];

        FigureView Plain(Measure measure, string label) =>
            FigureView.Of(figures.Find(measure.Id), label, Level.Normal);
    }
}
