using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>Whom and what the figures of the emergency department count.</summary>
internal static class EmergencyDepartmentPopulations
{
    /// <summary>Patients with a decision to admit who are still in the department.</summary>
    public static readonly Population<Encounter> AwaitingBed =
        EncounterPopulations.InDepartment.Where((e, _) => e.Standing.DecisionToAdmitAt is not null);

    /// <summary>Patients waiting for the mental-health service.</summary>
    public static readonly Population<Encounter> MentalHealth = EncounterPopulations.InDepartment.Where((e, _) =>
        string.Equals(e.Standing.ReferredTo, EdReferredToService.MentalHealth, StringComparison.Ordinal));

    /// <summary>Arrivals since local midnight.</summary>
    public static readonly Population<FlowMark> ArrivedToday = Today(MarkKind.EdArrival);

    /// <summary>Departures since local midnight of patients whose arrival is known.</summary>
    public static readonly Population<FlowMark> DepartedToday =
        Today(MarkKind.EdDeparture).Where((mark, _) => mark.Took is not null);

    /// <summary>Initial assessments since local midnight of patients whose arrival is known.</summary>
    public static readonly Population<FlowMark> AssessedToday =
        Today(MarkKind.InitialAssessment).Where((mark, _) => mark.Took is not null);

    /// <summary>Patients in the department, each with the ward of the network file that is their area.</summary>
    public static Population<WardPatient> InAreas(WardKinds wards) => new(
        FeedSubject.EmergencyDepartment,
        view => view.Of(EncounterPopulations.InDepartment).Select(e => new WardPatient(e, wards.Of(e.Standing))),
        (patient, view) => EncounterPopulations.InDepartment.EvidenceOf(patient.Encounter, view))
    {
        IsOfSites = true,
    };

    /// <summary>What happened in the department since local midnight.</summary>
    public static Population<FlowMark> Today(MarkKind kind) =>
        EncounterPopulations.Today(kind, FeedSubject.EmergencyDepartment);
}
