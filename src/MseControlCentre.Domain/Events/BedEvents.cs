namespace MseControlCentre.Domain.Events;

/// <summary>A patient was admitted to a bed (HL7 A01).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="Patient">Pseudonym of the patient, when the feed has one.</param>
/// <param name="Place">Where to.</param>
/// <param name="Class">Patient class.</param>
/// <param name="AdmissionMethod">NHS admission method, such as 21 for through the emergency department.</param>
/// <param name="Specialty">Treatment function or specialty code.</param>
public sealed record PatientAdmitted(
    string Encounter,
    Place Place,
    string? Patient = null,
    PatientClass Class = PatientClass.Inpatient,
    string? AdmissionMethod = null,
    string? Specialty = null) : EncounterEvent(Encounter);

/// <summary>A patient moved within the hospital (HL7 A02; each half of a bed swap, A17).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
/// <param name="Place">Where to.</param>
/// <param name="Class">New class, when told.</param>
/// <param name="Specialty">New specialty, when told.</param>
public sealed record PatientTransferred(
    string Encounter, Place Place, PatientClass? Class = null, string? Specialty = null) : EncounterEvent(Encounter);

/// <summary>An outpatient became an inpatient or the reverse (HL7 A06, A07).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
/// <param name="Class">The class from now on.</param>
/// <param name="Place">Where they are now, when told.</param>
/// <param name="Specialty">New specialty, when told.</param>
public sealed record EncounterClassChanged(
    string Encounter, PatientClass Class, Place? Place = null, string? Specialty = null) : EncounterEvent(Encounter);

/// <summary>
/// Fields of an encounter that an update can set to nothing
/// (HL7 <c>""</c>; a field left out stays as it was).
/// </summary>
[Flags]
public enum EncounterFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The bed within the ward.</summary>
    Bed = 1,

    /// <summary>The specialty.</summary>
    Specialty = 2,

    /// <summary>The expected time of discharge.</summary>
    ExpectedDischarge = 4,

    /// <summary>The discharge-ready date.</summary>
    DischargeReady = 8,
}

/// <summary>Facts about an encounter were corrected or completed (HL7 A08). It opens no encounter by itself.</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
/// <param name="Class">New class, when told.</param>
/// <param name="Place">New place, when told.</param>
/// <param name="Specialty">New specialty, when told.</param>
/// <param name="ExpectedDischarge">Expected time of discharge, when told.</param>
/// <param name="Cleared">Fields the source set to nothing.</param>
public sealed record EncounterUpdated(
    string Encounter,
    PatientClass? Class = null,
    Place? Place = null,
    string? Specialty = null,
    DateTimeOffset? ExpectedDischarge = null,
    EncounterFields Cleared = EncounterFields.None) : EncounterEvent(Encounter);

/// <summary>A patient left the hospital (HL7 A03).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="Destination">NHS discharge destination, such as 19 (usual residence) or 79 (died).</param>
public sealed record PatientDischarged(string Encounter, string? Destination = null) : EncounterEvent(Encounter);

/// <summary>The admission or registration was entered in error (HL7 A11).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
public sealed record AdmissionCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>The last move was entered in error: the patient is where they were before it (HL7 A12).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
public sealed record TransferCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>The discharge was entered in error: the patient is still here (HL7 A13).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
public sealed record DischargeCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>The patient went on leave; the bed is reserved (HL7 A21).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="ExpectedReturn">When they are expected back, when told.</param>
public sealed record LeaveStarted(string Encounter, DateTimeOffset? ExpectedReturn = null) : EncounterEvent(Encounter);

/// <summary>The patient came back from leave (HL7 A22).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
public sealed record LeaveEnded(string Encounter) : EncounterEvent(Encounter);

/// <summary>The leave was entered in error (HL7 A52).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
public sealed record LeaveStartCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>The return from leave was entered in error (HL7 A53).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
public sealed record LeaveEndCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>An admission is expected (HL7 A05, A14).</summary>
/// <param name="Encounter">Pseudonym of the expected stay.</param>
/// <param name="ExpectedAt">When, when told (PV2-8).</param>
/// <param name="Place">Where to, when told.</param>
/// <param name="Specialty">Specialty, when told.</param>
public sealed record AdmissionPlanned(
    string Encounter, DateTimeOffset? ExpectedAt = null, Place? Place = null, string? Specialty = null)
    : EncounterEvent(Encounter);

/// <summary>The expected admission will not take place (HL7 A27, A38).</summary>
/// <param name="Encounter">Pseudonym of the expected stay.</param>
public sealed record AdmissionPlanCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>A move is expected (HL7 A15).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
/// <param name="Place">Where to, when told.</param>
/// <param name="ExpectedAt">When, when told.</param>
public sealed record TransferPlanned(
    string Encounter, Place? Place = null, DateTimeOffset? ExpectedAt = null) : EncounterEvent(Encounter);

/// <summary>The expected move will not take place (HL7 A26).</summary>
/// <param name="Encounter">Pseudonym of the encounter.</param>
public sealed record TransferPlanCancelled(string Encounter) : EncounterEvent(Encounter);

/// <summary>
/// Two identities turned out to be one (HL7 A34, A35, A36, A40 and their older forms): the history of
/// <paramref name="From"/> belongs to <paramref name="To"/>, whichever of the two is heard of first.
/// </summary>
/// <param name="From">Pseudonym that is given up.</param>
/// <param name="To">Pseudonym that survives.</param>
public sealed record EncountersMerged(string From, string To) : EventDetail;

/// <summary>What a bed can be used for (HL7 table 0116).</summary>
public enum BedStatus
{
    /// <summary>Open (U: unoccupied, O: occupied).</summary>
    Open,

    /// <summary>Closed (C).</summary>
    Closed,

    /// <summary>Being cleaned or otherwise not ready (H: housekeeping).</summary>
    Cleaning,

    /// <summary>Closed for infection prevention (K: contaminated, I: isolated).</summary>
    ClosedForInfection,
}

/// <summary>A bed was opened, closed or taken for cleaning (HL7 A20).</summary>
/// <param name="Ward">Ward code.</param>
/// <param name="Bed">Bed within the ward.</param>
/// <param name="Status">What it can be used for from now on.</param>
public sealed record BedStatusChanged(string Ward, string Bed, BedStatus Status) : EventDetail;

/// <summary>
/// A ward's open and closed beds were declared.
/// Until then the network file's core beds are taken as open.
/// </summary>
/// <param name="Ward">Ward code.</param>
/// <param name="CoreOpen">Core beds open: permanently staffed and funded.</param>
/// <param name="EscalationOpen">Escalation beds open: opened for pressure, for a time.</param>
/// <param name="Closed">Beds closed.</param>
/// <param name="ClosedReason">Why beds are closed, when told.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record WardCapacityDeclared(
    string Ward,
    int CoreOpen,
    int EscalationOpen,
    int Closed = 0,
    string? ClosedReason = null,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "ward/" + Ward;
}

/// <summary>
/// Critical care beds actually available for level 2 and level 3 patients: staffed ones, funded or not (UEC daily
/// situation report).
/// </summary>
/// <param name="Ward">Ward code of the critical care unit.</param>
/// <param name="Level2Beds">Beds available for level 2 patients.</param>
/// <param name="Level3Beds">Beds available for level 3 patients.</param>
/// <param name="Level2Patients">Level 2 patients in them, when told.</param>
/// <param name="Level3Patients">Level 3 patients in them, when told.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record CriticalCareDeclared(
    string Ward,
    int Level2Beds,
    int Level3Beds,
    int? Level2Patients = null,
    int? Level3Patients = null,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => SubjectOf(Ward);

    /// <summary>The subject of what is declared of a critical care unit.</summary>
    public static string SubjectOf(string ward) => "critical-care/" + ward;
}
