using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>How the figures of discharges and delays are worked out.</summary>
internal static class DischargeRules
{
    public static IEnumerable<FigureRule> For(NetworkMap network) =>
    [
        new CountRule<FlowMark>(
            DischargeMeasures.DischargesToday,
            Scope.SiteAndSystem,
            DischargePopulations.Today),
        new CountRule<FlowMark>(
            DischargeMeasures.DischargesLastHour,
            Scope.SiteAndSystem,
            EncounterPopulations.LastHour(MarkKind.Discharge, FeedSubject.Beds)),
        Inpatients(
            DischargeMeasures.DefiniteDischarges, (e, moment) => IsPlanned(e, DischargeCertainty.Definite, moment)),
        Inpatients(
            DischargeMeasures.PotentialDischarges, (e, moment) => IsPlanned(e, DischargeCertainty.Potential, moment)),
        Inpatients(
            DischargeMeasures.NoCriteriaToReside, (e, _) => e.Standing.MeetsCriteriaToReside == false),
        .. DelayRules.For(network),
        .. ThroughputRules.All(),
    ];

    private static CountRule<Encounter> Inpatients(Measure measure, Func<Encounter, Moment, bool> condition) =>
        new(measure, Scope.SiteAndSystem | Scope.Ward, EncounterPopulations.InpatientsByDischarge, condition);

    /// <summary>Planned for today or overdue; one with no time told is taken for today.</summary>
    private static bool IsPlanned(Encounter encounter, DischargeCertainty certainty, Moment moment) =>
        encounter.Standing.DischargeCertainty == certainty
        && (encounter.Standing.DischargeExpectedAt is null || encounter.Standing.DischargeExpectedAt < moment.DayEnd);
}
