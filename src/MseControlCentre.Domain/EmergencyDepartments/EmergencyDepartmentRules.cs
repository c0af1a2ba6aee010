using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>How the figures of the emergency department are worked out.</summary>
internal static class EmergencyDepartmentRules
{
    private static readonly Population<FlowMark> s_arrivedToday =
        EncounterPopulations.Today(MarkKind.EdArrival, FeedSubject.EmergencyDepartment);

    private static readonly Population<FlowMark> s_arrivedLastHour =
        EncounterPopulations.LastHour(MarkKind.EdArrival, FeedSubject.EmergencyDepartment);

    private static readonly Population<FlowMark> s_departedToday =
        EncounterPopulations.Today(MarkKind.EdDeparture, FeedSubject.EmergencyDepartment)
            .Where((mark, _) => mark.Took is not null);

    public static IEnumerable<FigureRule> For(NetworkMap network)
    {
        var standard = TimeSpan.FromHours(network.Thresholds.EdStandard.Value);
        var longStay = TimeSpan.FromHours(network.Thresholds.EdLong.Value);
        return
        [
            Present(EmergencyDepartmentMeasures.InDepartment),
            Present(
                EmergencyDepartmentMeasures.EdOverStandard,
                (e, moment) => moment.IsOver(e.Standing.ArrivedAt, standard)),
            Present(
                EmergencyDepartmentMeasures.EdOverLong,
                (e, moment) => moment.IsOver(e.Standing.ArrivedAt, longStay)),
            Present(
                EmergencyDepartmentMeasures.AwaitingBed, (e, _) => e.Standing.DecisionToAdmitAt is not null),
            new CountRule<FlowMark>(
                EmergencyDepartmentMeasures.AttendancesToday, Scope.SiteAndSystem, s_arrivedToday),
            new CountRule<FlowMark>(
                EmergencyDepartmentMeasures.ArrivalsLastHour, Scope.SiteAndSystem, s_arrivedLastHour),
            new ShareRule<FlowMark>(
                EmergencyDepartmentMeasures.EdPerformanceToday,
                Scope.SiteAndSystem,
                s_departedToday,
                (mark, _) => mark.Took <= standard),
        ];
    }

    private static CountRule<Encounter> Present(Measure measure, Func<Encounter, Moment, bool>? condition = null) =>
        new(measure, Scope.SiteAndSystem, EncounterPopulations.InDepartment, condition);
}
