using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>Admissions, registrations and expected admissions.</summary>
internal static class Admissions
{
    /// <summary>
    /// A01. PV1-44 (admit time) does not override EVN-6: both say when the patient was admitted, but A08 may correct
    /// PV1-44 for days after, and an initial load sends the whole house with EVN-6 as of the load. EVN-6 is kept as
    /// sent, so that the order of a feed's own events holds.
    /// </summary>
    public static void Admitted(AdtContext adt) => adt.Add(new PatientAdmitted(
        adt.Encounter,
        adt.Place ?? new Place(null),
        adt.Patient,
        adt.Class ?? PatientClass.Inpatient,
        adt.Code(adt.Group.Pv1, 4, "PV1-4"),
        adt.Specialty));

    /// <summary>A04 of class E. Other classes are ignored by <see cref="Triggers"/>.</summary>
    public static void Registered(AdtContext adt) =>
        adt.Add(new EdAttendanceRegistered(adt.Encounter, adt.Patient, adt.Place, ArrivalModeOf(adt)));

    /// <summary>A05, A14.</summary>
    public static void Planned(AdtContext adt) => adt.Add(new AdmissionPlanned(
        adt.Encounter,
        adt.Time(adt.Group.Pv2, 8, "PV2-8") ?? adt.Time(adt.Reading.Evn, 3, "EVN-3"),
        adt.Place,
        adt.Specialty));

    /// <summary>A11.</summary>
    public static void Cancelled(AdtContext adt) => adt.Add(new AdmissionCancelled(adt.Encounter));

    /// <summary>A27, A38.</summary>
    public static void PlanCancelled(AdtContext adt) => adt.Add(new AdmissionPlanCancelled(adt.Encounter));

    // PV2-38, HL7 table 0430: A ambulance, H helicopter, U unknown.
    private static ArrivalMode ArrivalModeOf(AdtContext adt) => adt.Group.Pv2.Field(38).Code() switch
    {
        "" or "U" => ArrivalMode.Unknown,
        "A" or "H" => ArrivalMode.Ambulance,
        _ => ArrivalMode.Other,
    };
}
