namespace MseControlCentre.Domain.Events;

/// <summary>How a 999 call ended.</summary>
public enum EmergencyCallOutcome
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Dealt with by telephone (hear and treat).</summary>
    HearAndTreat,

    /// <summary>Dealt with at the scene (see and treat).</summary>
    SeeAndTreat,

    /// <summary>Conveyed to an emergency department or elsewhere (see and convey).</summary>
    SeeAndConvey,

    /// <summary>The caller cancelled, or it was a duplicate.</summary>
    Cancelled,
}

/// <summary>An event in the story of one 999 call.</summary>
/// <param name="Incident">Pseudonym of the incident.</param>
public abstract record EmergencyCallEvent(string Incident) : EventDetail;

/// <summary>A 999 call was answered: until a resource is allocated it waits in the stack.</summary>
/// <param name="Incident">Pseudonym of the incident.</param>
/// <param name="Category">Category, when known already.</param>
public sealed record EmergencyCallAnswered(string Incident, AmbulanceCategory? Category = null)
    : EmergencyCallEvent(Incident);

/// <summary>The call was given a category, or another one than before.</summary>
/// <param name="Incident">Pseudonym of the incident.</param>
/// <param name="Category">The category from now on.</param>
/// <param name="ClockStartedAt">
/// When the response clock started, by the ambulance service's own rules; null when it is the call's answer.
/// </param>
public sealed record EmergencyCallCategorised(
    string Incident, AmbulanceCategory Category, DateTimeOffset? ClockStartedAt = null)
    : EmergencyCallEvent(Incident);

/// <summary>A resource was allocated to the call: it no longer waits in the stack.</summary>
/// <param name="Incident">Pseudonym of the incident.</param>
public sealed record AmbulanceAllocated(string Incident) : EmergencyCallEvent(Incident);

/// <summary>The response that stops the clock arrived at the scene.</summary>
/// <param name="Incident">Pseudonym of the incident.</param>
public sealed record AmbulanceArrivedAtScene(string Incident) : EmergencyCallEvent(Incident);

/// <summary>The call was closed.</summary>
/// <param name="Incident">Pseudonym of the incident.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record EmergencyCallClosed(
    string Incident, EmergencyCallOutcome Outcome = EmergencyCallOutcome.Unknown) : EmergencyCallEvent(Incident);

/// <summary>
/// The ambulance service stated its levels. REAP: resource escalation action plan, 1 to 4, reviewed at least weekly;
/// CSP: clinical safety plan. What a CSP level means is the service's own.
/// </summary>
/// <param name="ReapLevel">REAP level 1 to 4, when stated.</param>
/// <param name="ClinicalSafetyPlanLevel">CSP level, when stated.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record AmbulanceServiceDeclared(
    int? ReapLevel = null,
    int? ClinicalSafetyPlanLevel = null,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "ambulance-service";
}
