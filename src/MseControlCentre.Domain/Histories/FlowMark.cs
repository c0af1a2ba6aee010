namespace MseControlCentre.Domain.Histories;

/// <summary>What a mark counts.</summary>
public enum MarkKind
{
    /// <summary>A patient arrived at the emergency department.</summary>
    EdArrival = 1,

    /// <summary>A patient left the emergency department; the mark carries the time since arrival.</summary>
    EdDeparture = 2,

    /// <summary>A patient was admitted to a bed.</summary>
    Admission = 3,

    /// <summary>A patient was discharged from a bed; the mark carries the length of stay.</summary>
    Discharge = 4,

    /// <summary>An ambulance completed its handover; the mark carries the time since arrival.</summary>
    Handover = 5,

    /// <summary>A virtual ward took a patient on.</summary>
    VirtualWardAdmission = 6,

    /// <summary>A virtual ward discharged a patient.</summary>
    VirtualWardDischarge = 7,

    /// <summary>An ambulance arrived outside the emergency department.</summary>
    AmbulanceArrival = 8,

    /// <summary>A crew was clear; the mark carries the time since handover.</summary>
    CrewClear = 9,

    /// <summary>A patient had initial assessment; the mark carries the time since arrival.</summary>
    InitialAssessment = 10,

    /// <summary>A patient was seen for treatment; the mark carries the time since arrival.</summary>
    SeenForTreatment = 11,

    /// <summary>An emergency admission, by admission method or because it came through the department.</summary>
    EmergencyAdmission = 12,

    /// <summary>An ambulance was sent on to another site before handover.</summary>
    Diversion = 13,

    /// <summary>
    /// A response reached the scene of a 999 call; the mark carries the time since the clock's start.
    /// </summary>
    EmergencyCallResponse = 14,

    /// <summary>
    /// A patient of the department was decided to be admitted; the mark carries the time since arrival.
    /// </summary>
    DecisionToAdmit = 15,

    /// <summary>A 999 call was answered.</summary>
    EmergencyCall = 16,

    /// <summary>
    /// A crew's wait with its patient at a site ended, by handover, a cohort area, being sent on or being clear; the
    /// mark carries the time since arrival.
    /// </summary>
    CrewWait = 21,

    /// <summary>
    /// A patient in a bed moved to another ward; the mark carries the ward they came from as its group.
    /// </summary>
    WardMove = 22,
}

/// <summary>
/// Something countable that a story contains:
/// it happened at a site at an instant and may have taken a time.
/// </summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Site">Site code.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Took">
/// How long it took; of an admission the time since arrival when it came through the department; null when that is not
/// known or has no meaning.
/// </param>
/// <param name="Group">
/// What it is counted apart by (department type, category of call, admission method, ward of origin); lost when the
/// mark settles.
/// </param>
/// <param name="Subject">Pseudonym of whose story it belongs to; lost when the mark settles.</param>
/// <param name="Ward">Ward of the site where it happened, when known; lost when the mark settles.</param>
internal readonly record struct FlowMark(
    MarkKind Kind,
    string Site,
    DateTimeOffset At,
    TimeSpan? Took = null,
    string? Group = null,
    string? Subject = null,
    string? Ward = null);
