using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>Moves within the hospital, expected moves, and leave.</summary>
internal static class Moves
{
    /// <summary>A02, and each half of a bed swap (A17).</summary>
    public static void Transferred(AdtContext adt) => adt.Add(new PatientTransferred(
        adt.Encounter,
        adt.Place ?? throw new RejectedException(new Rejection(
            "PV1-3", "nothing", "the place the patient moved to was expected", RejectionCode.RequiredFieldMissing)),
        adt.Class,
        adt.Specialty));

    /// <summary>A12.</summary>
    public static void Cancelled(AdtContext adt) => adt.Add(new TransferCancelled(adt.Encounter));

    /// <summary>A15. The standard has the place to come in PV1-42, which ITK does not use; there it is PV1-3.</summary>
    public static void Planned(AdtContext adt) => adt.Add(new TransferPlanned(
        adt.Encounter,
        adt.PlaceIn(adt.Group.Pv1, 42, "PV1-42") ?? adt.Place,
        adt.Time(adt.Reading.Evn, 3, "EVN-3")));

    /// <summary>A26.</summary>
    public static void PlanCancelled(AdtContext adt) => adt.Add(new TransferPlanCancelled(adt.Encounter));

    /// <summary>A21. PV2-47 is the expected return.</summary>
    public static void LeaveStarted(AdtContext adt) =>
        adt.Add(new LeaveStarted(adt.Encounter, adt.Time(adt.Group.Pv2, 47, "PV2-47")));

    /// <summary>A22.</summary>
    public static void LeaveEnded(AdtContext adt) => adt.Add(new LeaveEnded(adt.Encounter));

    /// <summary>A52.</summary>
    public static void LeaveStartCancelled(AdtContext adt) => adt.Add(new LeaveStartCancelled(adt.Encounter));

    /// <summary>A53.</summary>
    public static void LeaveEndCancelled(AdtContext adt) => adt.Add(new LeaveEndCancelled(adt.Encounter));
}
