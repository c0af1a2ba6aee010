using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>Who is in the department now, how long they have waited, and what for.</summary>
internal static class PresenceRules
{
    private const Scope AlsoWards = Scope.SiteAndSystem | Scope.Ward;

    public static IEnumerable<FigureRule> For(Thresholds limits)
    {
        var longStay = TimeSpan.FromHours(limits.EdLong.Value);
        return
        [
            Present(EmergencyDepartmentMeasures.InDepartment, null, AlsoWards),
            Over(EmergencyDepartmentMeasures.EdOverStandard, TimeSpan.FromHours(limits.EdStandard.Value)),
            Over(EmergencyDepartmentMeasures.EdOverLong, longStay),
            Share(
                EmergencyDepartmentMeasures.EdOverLongShare,
                (e, moment) => moment.IsOver(e.Standing.ArrivedAt, longStay)),
            Longest(
                EmergencyDepartmentMeasures.LongestWait,
                EncounterPopulations.InDepartment,
                standing => standing.ArrivedAt),
            .. ForBed(longStay),
            Present(
                EmergencyDepartmentMeasures.AwaitingAssessment,
                (e, _) => e.Standing is { AssessedAt: null, SeenAt: null, DecisionToAdmitAt: null }),
            Present(
                EmergencyDepartmentMeasures.ReadyToProceed, (e, _) => e.Standing.ReadyToProceedAt is not null),
            Present(EmergencyDepartmentMeasures.Referred, (e, _) => e.Standing.ReferredTo is not null),
            Share(EmergencyDepartmentMeasures.ReferredShare, (e, _) => e.Standing.ReferredTo is not null),
            new CountRule<Encounter>(
                EmergencyDepartmentMeasures.MentalHealthWaiting,
                Scope.SiteAndSystem,
                EmergencyDepartmentPopulations.MentalHealth),
            MentalHealthOver(limits),
        ];
    }

    private static IEnumerable<FigureRule> ForBed(TimeSpan longStay) =>
    [
        new CountRule<Encounter>(
            EmergencyDepartmentMeasures.AwaitingBed, AlsoWards, EmergencyDepartmentPopulations.AwaitingBed),
        new CountRule<Encounter>(
            EmergencyDepartmentMeasures.OverLongFromDecision,
            Scope.SiteAndSystem,
            EmergencyDepartmentPopulations.AwaitingBed,
            (e, moment) => moment.IsOver(e.Standing.DecisionToAdmitAt, longStay)),
        Longest(
            EmergencyDepartmentMeasures.LongestWaitForBed,
            EmergencyDepartmentPopulations.AwaitingBed,
            standing => standing.DecisionToAdmitAt),
    ];

    private static FigureRule MentalHealthOver(Thresholds limits) => limits.MentalHealthWait is { } wait
        ? new CountRule<Encounter>(
            EmergencyDepartmentMeasures.MentalHealthOver,
            Scope.SiteAndSystem,
            EmergencyDepartmentPopulations.MentalHealth,
            (e, moment) => moment.IsOver(e.Standing.ArrivedAt, TimeSpan.FromHours(wait.Value)))
        : new UnknownRule(EmergencyDepartmentMeasures.MentalHealthOver, Scope.SiteAndSystem);

    private static CountRule<Encounter> Over(Measure measure, TimeSpan limit) =>
        Present(measure, (e, moment) => moment.IsOver(e.Standing.ArrivedAt, limit), AlsoWards);

    private static CountRule<Encounter> Present(
        Measure measure, Func<Encounter, Moment, bool>? condition, Scope scopes = Scope.SiteAndSystem) =>
        new(measure, scopes, EncounterPopulations.InDepartment, condition);

    private static ShareRule<Encounter> Share(Measure measure, Func<Encounter, Moment, bool> condition) =>
        new(measure, Scope.SiteAndSystem, EncounterPopulations.InDepartment, condition);

    /// <summary>Nobody waits: then there is no longest wait, which is not a wait of zero minutes.</summary>
    private static SummaryRule<Encounter> Longest(
        Measure measure, Population<Encounter> waiting, Func<EncounterStanding, DateTimeOffset?> since) => new(
            measure,
            Scope.SiteAndSystem,
            waiting,
            (e, moment) => since(e.Standing) is { } start
                ? Math.Max(0, Math.Floor((moment.At - start).TotalMinutes))
                : null,
            Statistics.Greatest);
}
