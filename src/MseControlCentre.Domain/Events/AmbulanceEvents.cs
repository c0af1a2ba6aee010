namespace MseControlCentre.Domain.Events;

/// <summary>
/// Response category of a 999 call
/// (1 life-threatening to 4 less urgent; 5 covers hear-and-treat and transport).
/// </summary>
public enum AmbulanceCategory
{
    /// <summary>Category 1.</summary>
    C1 = 1,

    /// <summary>Category 2.</summary>
    C2 = 2,

    /// <summary>Category 3.</summary>
    C3 = 3,

    /// <summary>Category 4.</summary>
    C4 = 4,

    /// <summary>Category 5 and inter-facility transfers.</summary>
    C5 = 5,
}

/// <summary>A crew left the scene for the event's site.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
/// <param name="Category">Category of the call, when told.</param>
/// <param name="ExpectedAt">Estimated time of arrival, when told.</param>
public sealed record AmbulanceDispatchedToHospital(
    string Conveyance, AmbulanceCategory? Category = null, DateTimeOffset? ExpectedAt = null)
    : ConveyanceEvent(Conveyance);

/// <summary>The ambulance arrived outside the emergency department: the handover clock starts.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
/// <param name="Category">Category of the call, when told.</param>
public sealed record AmbulanceArrived(string Conveyance, AmbulanceCategory? Category = null)
    : ConveyanceEvent(Conveyance);

/// <summary>Clinical handover to the emergency department was fully completed: the handover clock stops.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
/// <param name="Encounter">Pseudonym of the ED attendance, when told.</param>
public sealed record HandoverCompleted(string Conveyance, string? Encounter = null) : ConveyanceEvent(Conveyance);

/// <summary>
/// The patient went into a cohort area: one clinician looks after several, and the crew can go. Handover is not
/// complete: its clock runs on until it is.
/// </summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
/// <param name="Area">Name of the area within the site.</param>
public sealed record PatientCohorted(string Conveyance, string Area) : ConveyanceEvent(Conveyance);

/// <summary>The crew is clear and available again.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
public sealed record AmbulanceCleared(string Conveyance) : ConveyanceEvent(Conveyance);

/// <summary>The conveyance was sent on to another site before handover. The event's site is the one it left.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
/// <param name="ToSite">ODS site code it goes to.</param>
/// <param name="ExpectedAt">Estimated time of arrival there, when told.</param>
public sealed record ConveyanceDiverted(
    string Conveyance, string ToSite, DateTimeOffset? ExpectedAt = null) : ConveyanceEvent(Conveyance);

/// <summary>The conveyance did not take place.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
public sealed record ConveyanceCancelled(string Conveyance) : ConveyanceEvent(Conveyance);

/// <summary>
/// A cohort area was opened, where one clinician looks after several ambulance patients
/// so that crews can go.
/// </summary>
/// <param name="Area">Name of the area within the site.</param>
/// <param name="Capacity">Patients it can hold.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record CohortOpened(
    string Area, int Capacity, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "cohort/" + Area;
}

/// <summary>A cohort area was closed.</summary>
/// <param name="Area">Name of the area within the site.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record CohortClosed(string Area, string? DeclaredBy = null) : Declaration(null, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "cohort/" + Area;
}
