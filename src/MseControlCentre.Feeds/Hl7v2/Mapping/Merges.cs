using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// Merges: what MRG names is given up, what PID and PV1 name survives. ITK sends A40; the others are its older forms.
/// <code>
/// PID|1||1234567^^^RAJ12^PI
/// MRG|7654321^^^RAJ12^PI
/// </code>
/// </summary>
internal static class Merges
{
    /// <summary>
    /// A18, A30, A34, A39, A40, A46, A47: MRG-1 becomes PID-3. Needed because a patient may stand for an encounter.
    /// </summary>
    public static void Patients(AdtContext adt) => Merge(adt, "MRG-1", Patient(adt), adt.Patient);

    /// <summary>A35, A41, A48, A49: MRG-3 becomes PID-18.</summary>
    public static void Accounts(AdtContext adt) =>
        Merge(adt, "MRG-3", adt.Visit(adt.Group.Mrg, 3), adt.Visit(adt.Group.Pid, 18) ?? adt.Visit(adt.Group.Pv1, 19));

    /// <summary>A42, A50: MRG-5 becomes PV1-19.</summary>
    public static void Visits(AdtContext adt) =>
        Merge(adt, "MRG-5", adt.Visit(adt.Group.Mrg, 5), adt.Visit(adt.Group.Pv1, 19));

    /// <summary>A51: MRG-6 becomes PV1-50.</summary>
    public static void AlternateVisits(AdtContext adt) =>
        Merge(adt, "MRG-6", adt.Visit(adt.Group.Mrg, 6), adt.Visit(adt.Group.Pv1, 50));

    /// <summary>A36: patients, and accounts where both are told.</summary>
    public static void PatientsAndAccounts(AdtContext adt)
    {
        Patients(adt);
        if (adt.Visit(adt.Group.Mrg, 3) is not null)
        {
            Accounts(adt);
        }
    }

    private static string? Patient(AdtContext adt) =>
        adt.Identity(IdentifierKind.Patient, PatientIdentifier.Choose(adt.Group.Mrg.Field(1)));

    private static void Merge(AdtContext adt, string field, string? from, string? to)
    {
        if (from is null || to is null)
        {
            throw new RejectedException(new Rejection(
                from is null ? field : "PID-3",
                "nothing",
                "both the identifier given up (MRG) and the one that survives (PID, PV1) were expected",
                RejectionCode.RequiredFieldMissing));
        }

        // A merge of an identity with itself says nothing new.
        if (!string.Equals(from, to, StringComparison.Ordinal))
        {
            adt.Add(new EncountersMerged(from, to));
        }
    }
}
