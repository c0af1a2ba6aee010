using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>How soon after arrival patients were assessed, treated and decided to be admitted today.</summary>
internal static class MilestoneRules
{
    public static IEnumerable<FigureRule> For(Thresholds limits) =>
    [
        Median(EmergencyDepartmentMeasures.AssessmentMedianToday, EmergencyDepartmentPopulations.AssessedToday),
        AssessedWithin(limits),
        Median(
            EmergencyDepartmentMeasures.TreatmentMedianToday,
            EmergencyDepartmentPopulations.Today(MarkKind.SeenForTreatment)),
        new CountRule<FlowMark>(
            EmergencyDepartmentMeasures.DecisionsToAdmitToday,
            Scope.SiteAndSystem,
            EmergencyDepartmentPopulations.Today(MarkKind.DecisionToAdmit)),
    ];

    private static FigureRule AssessedWithin(Thresholds limits) => limits.InitialAssessment is { } minutes
        ? new ShareRule<FlowMark>(
            EmergencyDepartmentMeasures.AssessmentWithinShare,
            Scope.SiteAndSystem,
            EmergencyDepartmentPopulations.AssessedToday,
            (mark, _) => mark.Took <= TimeSpan.FromMinutes(minutes.Value))
        : new UnknownRule(EmergencyDepartmentMeasures.AssessmentWithinShare, Scope.SiteAndSystem);

    private static SummaryRule<FlowMark> Median(Measure measure, Population<FlowMark> marks) =>
        new(measure, Scope.SiteAndSystem, marks, (mark, _) => mark.Took?.TotalMinutes, Statistics.Median);
}
