using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Who waits inside: the emergency department of a site, or all of them.</summary>
public static class InsideView
{
    /// <summary>Makes the cell.</summary>
    public static CellView Of(FigureSet figures, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(views);
        var performance = figures.Find(EmergencyDepartmentMeasures.EdPerformanceToday.Id);
        return new CellView(
            Plain(figures, EmergencyDepartmentMeasures.InDepartment, "In the emergency department"),
            [
                Plain(
                    figures,
                    EmergencyDepartmentMeasures.EdOverStandard,
                    FormattableString.Invariant($"over {views.Thresholds.EdStandard.Value:0.#} h")),
                FigureView.Of(
                    figures.Find(EmergencyDepartmentMeasures.EdOverLong.Id),
                    FormattableString.Invariant($"over {views.Thresholds.EdLong.Value:0.#} h"),
                    Levels.EdLong(figures)),
                Plain(figures, EmergencyDepartmentMeasures.AwaitingBed, "await bed"),
                FigureView.OfWait(
                    figures.Find(EmergencyDepartmentMeasures.LongestWait.Id), "longest", Level.Normal),
            ],
            [
                SaidView.Today(
                    performance,
                    FigureView.Of(performance, "", Level.Normal, unit: "%"),
                    FormattableString.Invariant($"within {views.Thresholds.EdStandard.Value:0.#} h"),
                    views),
            ],
            views.Trust(
                figures, EmergencyDepartmentMeasures.InDepartment, EmergencyDepartmentMeasures.AwaitingBed));
    }

    private static FigureView Plain(FigureSet figures, Measure measure, string label) =>
        FigureView.Of(figures.Find(measure.Id), label, Level.Normal);
}
