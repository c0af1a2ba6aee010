using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>One of the figures that matter first, with what stands behind it.</summary>
/// <param name="Main">The figure.</param>
/// <param name="Behind">What stands behind it.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record HeadlineTile(FigureView Main, IReadOnlyList<FigureView> Behind, TrustNote? Trust);

/// <summary>The figures that matter first.</summary>
public static class SiteHeadline
{
    /// <summary>Makes the tiles: outside, inside, where to go, who leaves.</summary>
    public static IReadOnlyList<HeadlineTile> Of(SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [Outside(context), Inside(context), ForBed(context), Beds(context), Leaving(context), Delayed(context)];
    }

    private static HeadlineTile Outside(SiteContext context) => new(
        context.Figure(
            HandoverMeasures.AmbulancesWaiting, "ambulances waiting", Levels.Handovers(context.Site.Figures)),
        [
            context.Figure(
                HandoverMeasures.AmbulancesOverMaximum, $"over {context.Thresholds.HandoverMaximum.Value:0} min"),
            context.Figure(HandoverMeasures.AmbulancesEnRoute, "on the way"),
        ],
        context.Trust(HandoverMeasures.AmbulancesWaiting));

    private static HeadlineTile Inside(SiteContext context) => new(
        context.Figure(EmergencyDepartmentMeasures.InDepartment, "in the department"),
        [
            context.Figure(
                EmergencyDepartmentMeasures.EdOverStandard, $"over {context.Thresholds.EdStandard.Value:0.#} h"),
            context.Figure(
                EmergencyDepartmentMeasures.EdOverLong,
                $"over {context.Thresholds.EdLong.Value:0.#} h",
                Levels.EdLong(context.Site.Figures)),
        ],
        context.Trust(EmergencyDepartmentMeasures.InDepartment));

    private static HeadlineTile ForBed(SiteContext context) => new(
        context.Figure(EmergencyDepartmentMeasures.AwaitingBed, "waiting for a bed"),
        [
            context.Figure(
                EmergencyDepartmentMeasures.OverLongFromDecision,
                $"over {context.Thresholds.EdLong.Value:0.#} h since decided",
                Above(context, EmergencyDepartmentMeasures.OverLongFromDecision)),
            context.Figure(EmergencyDepartmentMeasures.MentalHealthWaiting, "for mental health"),
        ],
        context.Trust(EmergencyDepartmentMeasures.AwaitingBed));

    private static HeadlineTile Beds(SiteContext context)
    {
        var level = Levels.Beds(context.Site.Figures, context.Thresholds);
        return new HeadlineTile(
            context.Figure(BedMeasures.BedsAvailable, "G&A beds free", level),
            [
                context.Figure(BedMeasures.BedOccupancy, "occupied", level, "0.0", "%"),
                context.Figure(BedMeasures.BedsClosed, "closed"),
            ],
            context.Trust(BedMeasures.BedsAvailable, BedMeasures.BedOccupancy));
    }

    private static HeadlineTile Leaving(SiteContext context) => new(
        context.Figure(DischargeMeasures.DischargesToday, "discharged today"),
        [
            context.Figure(ThroughputMeasures.TargetByNow, "needed by now"),
            context.Figure(DischargeMeasures.DefiniteDischarges, "definite still to go"),
        ],
        context.Trust(DischargeMeasures.DischargesToday));

    private static HeadlineTile Delayed(SiteContext context) => new(
        context.Figure(DischargeMeasures.NoCriteriaToReside, "no criteria to reside"),
        [
            context.Figure(DelayMeasures.BedDaysLost, "bed days lost"),
            context.Figure(BedMeasures.LongStay21, "here 21 days or more"),
        ],
        context.Trust(DischargeMeasures.NoCriteriaToReside));

    private static Level Above(SiteContext context, Measure measure) =>
        context.Site.Figures.Find(measure.Id)?.Value > 0 ? Level.Watch : Level.Normal;
}
