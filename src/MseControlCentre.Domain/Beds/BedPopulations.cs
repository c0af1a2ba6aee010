using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>Inpatients with their wards: the ward of each is looked up once for all the figures of a scope.</summary>
internal sealed class BedPopulations
{
    public BedPopulations(WardKinds wards)
    {
        Patients = With(wards, EncounterPopulations.Inpatients);
        Acute = Patients.Where((patient, _) => patient.IsAcute);
        InAcuteBeds = Acute.Where((patient, _) => !patient.IsOnLeave);
        PlannedToday = new Population<Encounter>(
            FeedSubject.Beds,
            view => view.Sites.SelectMany(site => site.Expected).Where(e => IsDueToday(e, wards, view.Moment)),
            (encounter, _) => EncounterPopulations.EvidenceOf(encounter, null, encounter.Standing.ExpectedAt));
    }

    /// <summary>Everybody in a bed or on leave from one.</summary>
    public Population<WardPatient> Patients { get; }

    /// <summary>Those of general and acute beds, leave included.</summary>
    public Population<WardPatient> Acute { get; }

    /// <summary>Those in general and acute beds, leave left out.</summary>
    public Population<WardPatient> InAcuteBeds { get; }

    /// <summary>Planned admissions to general and acute beds that are due on the local day and have not come.</summary>
    public Population<Encounter> PlannedToday { get; }

    private static Population<WardPatient> With(WardKinds wards, Population<Encounter> patients) => new(
        patients.Subject,
        view => view.Of(patients).Select(encounter => new WardPatient(encounter, wards.Of(encounter.Standing))),
        (patient, view) => patients.EvidenceOf(patient.Encounter, view))
    {
        IsOfSites = patients.IsOfSites,
    };

    /// <summary>
    /// A plan for another day, or without a time, is not due today; one for a ward with other beds needs none of these.
    /// </summary>
    private static bool IsDueToday(Encounter encounter, WardKinds wards, Moment moment) =>
        encounter.Standing.ExpectedAt is { } expected
        && expected >= moment.DayStart && expected < moment.DayEnd
        && wards.Of(encounter.Standing) is null or { IsGeneralAndAcute: true };
}
