namespace MseControlCentre.Domain.Events;

/// <summary>How a patient came to the emergency department.</summary>
public enum ArrivalMode
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Conveyed by ambulance.</summary>
    Ambulance,

    /// <summary>By any other means.</summary>
    Other,
}

/// <summary>Acuity at initial assessment (ECDS, SNOMED CT reference set 999003061000000107).</summary>
public enum Acuity
{
    /// <summary>1064891000000107.</summary>
    Immediate = 1,

    /// <summary>1064911000000105.</summary>
    VeryUrgent = 2,

    /// <summary>1064901000000108.</summary>
    Urgent = 3,

    /// <summary>1077241000000103.</summary>
    Standard = 4,

    /// <summary>1077251000000100.</summary>
    Low = 5,
}

/// <summary>How an attendance ended.</summary>
public enum EdOutcome
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>To a bed of this hospital.</summary>
    Admitted,

    /// <summary>Home or usual residence.</summary>
    Discharged,

    /// <summary>To another provider.</summary>
    Transferred,

    /// <summary>Left before treatment or conclusion.</summary>
    Left,

    /// <summary>Died in the department.</summary>
    Died,
}

/// <summary>
/// A patient arrived at the emergency department:
/// <see cref="FlowEvent.OccurredAt"/> is the ECDS arrival time.
/// </summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
/// <param name="Patient">Pseudonym of the patient, when the feed has one.</param>
/// <param name="Place">Where in the department, when told.</param>
/// <param name="ArrivalMode">How they came.</param>
/// <param name="DepartmentType">ECDS department type 01 to 05, when told.</param>
public sealed record EdAttendanceRegistered(
    string Encounter,
    string? Patient = null,
    Place? Place = null,
    ArrivalMode ArrivalMode = ArrivalMode.Unknown,
    string? DepartmentType = null) : EncounterEvent(Encounter);

/// <summary>Initial assessment was completed (ECDS initial assessment time).</summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
/// <param name="Acuity">Acuity found, when told.</param>
public sealed record EdInitialAssessmentCompleted(string Encounter, Acuity? Acuity = null) : EncounterEvent(Encounter);

/// <summary>A clinical decision maker saw the patient (ECDS time seen for treatment).</summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
public sealed record EdSeenForTreatment(string Encounter) : EncounterEvent(Encounter);

/// <summary>The patient was referred to a service that must see them before they can go on.</summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
/// <param name="Service">
/// Service code of the sender's own, such as <c>medicine</c> or <c>surgery</c>; only <see cref="MentalHealth"/> has a
/// meaning of its own here. The newest referral counts.
/// </param>
public sealed record EdReferredToService(string Encounter, string Service) : EncounterEvent(Encounter)
{
    /// <summary>The service code of mental-health services (liaison, crisis): their waits are counted apart.</summary>
    public const string MentalHealth = "mental-health";
}

/// <summary>The decision to admit was made: the clock of the official 12-hour statistic starts.</summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
/// <param name="Specialty">Specialty the patient waits for, when told.</param>
public sealed record EdDecisionToAdmit(string Encounter, string? Specialty = null) : EncounterEvent(Encounter);

/// <summary>The patient no longer needs ongoing ED care (ECDS clinically ready to proceed; the first counts).</summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
public sealed record EdClinicallyReadyToProceed(string Encounter) : EncounterEvent(Encounter);

/// <summary>The patient left the emergency department (ECDS departure time).</summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
/// <param name="Outcome">How the attendance ended.</param>
public sealed record EdDeparted(string Encounter, EdOutcome Outcome = EdOutcome.Unknown) : EncounterEvent(Encounter);

/// <summary>Whether an emergency department takes patients by ambulance.</summary>
public enum DepartmentStatus
{
    /// <summary>Open to all.</summary>
    Open,

    /// <summary>
    /// Some or all emergency patients are taken elsewhere for a time, by agreement with the neighbouring trust.
    /// </summary>
    Divert,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>The event's site declared whether its emergency department is open, on divert or closed.</summary>
/// <param name="Status">From now on.</param>
/// <param name="DivertedTo">Site or trust that takes the patients, while on divert.</param>
/// <param name="Reason">Why, when told.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record EmergencyDepartmentDeclared(
    DepartmentStatus Status,
    string? DivertedTo = null,
    string? Reason = null,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "emergency-department";
}
