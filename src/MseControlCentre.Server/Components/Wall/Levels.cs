using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// When a figure is loud. Every step is a threshold of the network file, or the plain limit that nothing is left.
/// </summary>
public static class Levels
{
    /// <summary>Ambulances: past the second threshold, watch; past the maximum handover, alarm.</summary>
    public static Level Handovers(FigureSet figures) =>
        Above(figures, HandoverMeasures.AmbulancesOverMaximum, 0) ? Level.Alarm
        : Above(figures, HandoverMeasures.AmbulancesOverSecond, 0) ? Level.Watch
        : Level.Normal;

    /// <summary>The emergency department: anybody longer than the long stay, watch.</summary>
    public static Level EdLong(FigureSet figures) =>
        Above(figures, EmergencyDepartmentMeasures.EdOverLong, 0) ? Level.Watch : Level.Normal;

    /// <summary>Beds: occupancy above the threshold, watch; none free, alarm.</summary>
    public static Level Beds(FigureSet figures, Thresholds thresholds) =>
        figures.Find(BedMeasures.BedsAvailable.Id) is { Value: <= 0 } ? Level.Alarm
        : Above(figures, BedMeasures.BedOccupancy, thresholds.BedOccupancy.Value) ? Level.Watch
        : Level.Normal;

    /// <summary>Beds predicted for midnight: fewer than none, watch.</summary>
    public static Level Midnight(Figure? predicted) => predicted?.Value < 0 ? Level.Watch : Level.Normal;

    private static bool Above(FigureSet figures, Measure measure, double limit) =>
        figures.Find(measure.Id)?.Value > limit;
}
