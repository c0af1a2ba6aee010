using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>How the figures of cohort areas and diverts are worked out.</summary>
internal static class CohortRules
{
    private const Scope SiteAndSystem = Scope.SiteAndSystem;

    public static IEnumerable<FigureRule> All { get; } =
    [
        new InForceRule(
            CohortMeasures.CohortAreas, SiteAndSystem, Areas, declared => declared.Detail is CohortOpened ? 1 : 0),
        new InForceRule(
            CohortMeasures.CohortCapacity,
            SiteAndSystem,
            Areas,
            declared => declared.Detail is CohortOpened opened ? opened.Capacity : 0),
        new CountRule<Story<ConveyanceStanding>>(
            CohortMeasures.CohortPatients, SiteAndSystem, HandoverPopulations.Cohorted),
        new CountRule<FlowMark>(CohortMeasures.DivertedToday, SiteAndSystem, HandoverPopulations.SentOnToday),
        Departments(CohortMeasures.DivertsInForce, DepartmentStatus.Divert),
        Departments(CohortMeasures.ClosuresInForce, DepartmentStatus.Closed),
    ];

    /// <summary>The newest word on each area: opened or closed.</summary>
    private static IEnumerable<FlowEvent> Areas(ScopeView view) =>
        view.Declared<CohortOpened>().Concat(view.Declared<CohortClosed>());

    private static InForceRule Departments(Measure measure, DepartmentStatus status) => new(
        measure,
        SiteAndSystem,
        view => view.Declared<EmergencyDepartmentDeclared>(),
        declared => ((EmergencyDepartmentDeclared)declared.Detail).Status == status ? 1 : 0);
}
