using System.Globalization;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Calls;

/// <summary>Something that a pack counts over a span.</summary>
/// <param name="Name">Its name, without the day.</param>
/// <param name="Rule">The rule that counts the day.</param>
/// <param name="Better">Which way is better.</param>
internal sealed record PackFlowLine(string Name, FigureRule Rule, Better Better)
{
    /// <summary>The lines, in the order in which a patient comes and goes: what 20 people can look at.</summary>
    public static IReadOnlyList<PackFlowLine> Of(FigureRules rules, NetworkMap network)
    {
        var limits = network.Thresholds;
        return
        [
            OfDay("ED arrivals", EmergencyDepartmentMeasures.AttendancesToday),
            OfDay("Four-hour performance", EmergencyDepartmentMeasures.EdPerformanceToday),
            OfDay("Ambulance arrivals", HandoverMeasures.ArrivalsToday),
            OfDay("Handovers", HandoverMeasures.HandoversToday),
            Over(limits.HandoverSecond, HandoverMeasures.HandedOverWithin30Today),
            Over(limits.HandoverLong, HandoverMeasures.HandedOverWithin60Today),
            OfDay("Hours lost in handover", HandoverMeasures.HandoverLostToday),
            OfDay("Emergency admissions", BedMeasures.EmergencyAdmissionsToday),
            OfDay("Discharges", DischargeMeasures.DischargesToday),
            OfDay("Taken on by virtual wards", VirtualWardMeasures.AdmissionsToday),
            OfDay("Discharged by virtual wards", VirtualWardMeasures.DischargesToday),
        ];

        PackFlowLine OfDay(string name, Measure measure) => new(
            name,
            rules.Find(Scope.Site, measure.Id)
                ?? throw new InvalidOperationException($"No rule works out {measure.Id} of a site."),
            measure.Better);
    }

    /// <summary>Handovers past a limit: those that the day's figure does not count as within it.</summary>
    private static PackFlowLine Over(Threshold minutes, Measure within)
    {
        var limit = TimeSpan.FromMinutes(minutes.Value);
        return new PackFlowLine(
            string.Create(CultureInfo.InvariantCulture, $"Handovers over {minutes.Value:0.#} minutes"),
            new CountRule<FlowMark>(
                within, Scope.SiteAndSystem, HandoverPopulations.TimedHandoversToday, (mark, _) => mark.Took > limit),
            Better.Lower);
    }
}
