using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyCalls;

/// <summary>
/// How the figures of 999 calls are worked out. They are the service's, so they belong to the system.
/// </summary>
internal static class EmergencyCallRules
{
    private const string DeclaredSubject = "ambulance-service";

    public static IEnumerable<FigureRule> All { get; } =
    [
        .. EmergencyCallMeasures.Categories.SelectMany(Responses).Concat(Stack())
            .Select(rule => new OnceToldRule(rule, EmergencyCallPopulations.AreTold)),
        Level(EmergencyCallMeasures.Reap, declared => declared.ReapLevel),
        Level(EmergencyCallMeasures.ClinicalSafetyPlan, declared => declared.ClinicalSafetyPlanLevel),
    ];

    private static IEnumerable<FigureRule> Responses(AmbulanceCategory category)
    {
        var responses = EmergencyCallPopulations.ResponsesToday(category);
        return
        [
            new SummaryRule<FlowMark>(
                EmergencyCallMeasures.Mean[category],
                Scope.System,
                responses,
                (mark, _) => mark.Took?.TotalMinutes,
                Statistics.Mean),
            new SummaryRule<FlowMark>(
                EmergencyCallMeasures.Ninetieth[category],
                Scope.System,
                responses,
                (mark, _) => mark.Took?.TotalMinutes,
                Statistics.NinetiethCentile),
            new CountRule<FlowMark>(EmergencyCallMeasures.Responses[category], Scope.System, responses),
        ];
    }

    private static IEnumerable<FigureRule> Stack() => EmergencyCallMeasures.Categories
        .Select(FigureRule (category) => new CountRule<Story<EmergencyCallStanding>>(
            EmergencyCallMeasures.WaitingByCategory[category],
            Scope.System,
            EmergencyCallPopulations.Waiting,
            (call, _) => call.Standing.Category == category))
        .Append(new CountRule<Story<EmergencyCallStanding>>(
            EmergencyCallMeasures.CallsWaiting, Scope.System, EmergencyCallPopulations.Waiting))
        .Append(new SummaryRule<Story<EmergencyCallStanding>>(
            EmergencyCallMeasures.CallsLongestWait,
            Scope.System,
            EmergencyCallPopulations.Waiting,
            (call, moment) => Math.Max(
                0, Math.Floor((moment.At - EmergencyCallPopulations.WaitsSince(call)).TotalMinutes)),
            Statistics.Greatest));

    /// <summary>A level of the newest declaration: levels of several declarations do not add up.</summary>
    private static WorkedRule Level(Measure measure, Func<AmbulanceServiceDeclared, int?> level) => new(
        measure,
        Scope.System,
        view => Newest(view) is { } declared ? level((AmbulanceServiceDeclared)declared.Detail) : null,
        view => Newest(view) is { } declared ? Trust.Declared(declared, view.Moment) : Trust.Nothing,
        view => Newest(view) is { } declared
            ? [Evidence.Of(declared) with { Value = level((AmbulanceServiceDeclared)declared.Detail) }]
            : []);

    private static FlowEvent? Newest(ScopeView view) => view.Sources.Declarations.FindAnywhere(DeclaredSubject);
}
