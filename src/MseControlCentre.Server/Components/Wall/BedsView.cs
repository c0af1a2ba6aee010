using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Where can they go: the general and acute beds of a site, or of all.</summary>
public static class BedsView
{
    /// <summary>Makes the cell.</summary>
    public static CellView Of(FigureSet figures, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(views);
        var level = Levels.Beds(figures, views.Thresholds);
        var midnight = figures.Find(BedMeasures.PredictedMidnight.Id);
        var occupancy = figures.Find(BedMeasures.BedOccupancy.Id);
        return new CellView(
            FigureView.Of(figures.Find(BedMeasures.BedsAvailable.Id), "G&A beds free", level),
            [
                // Three digits leave no room for a fourth, and nobody asks whether a full hospital is 100.0 or 100.4.
                FigureView.Of(occupancy, "% full", level, occupancy?.Value < 99.95 ? "0.0" : "0"),
                FigureView.Of(figures.Find(BedMeasures.EscalationBedsOpen.Id), "escalation", Level.Normal),
                FigureView.Of(figures.Find(BedMeasures.BedsClosed.Id), "closed", Level.Normal),
            ],
            [
                new SaidView(
                    FigureView.Of(midnight, "", Levels.Midnight(midnight)),
                    "expected at midnight"),
            ],
            views.Trust(figures, BedMeasures.BedsAvailable, BedMeasures.BedOccupancy));
    }
}
