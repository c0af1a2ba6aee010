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

    /// <summary>A patient was discharged from a bed.</summary>
    Discharge = 4,

    /// <summary>An ambulance completed its handover; the mark carries the time since arrival.</summary>
    Handover = 5,

    /// <summary>A virtual ward took a patient on.</summary>
    VirtualWardAdmission = 6,

    /// <summary>A virtual ward discharged a patient.</summary>
    VirtualWardDischarge = 7,
}

/// <summary>
/// Something countable that a story contains:
/// it happened at a site at an instant and may have taken a time.
/// </summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Site">Site code.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took; null when that is not known or has no meaning.</param>
internal readonly record struct FlowMark(MarkKind Kind, string Site, DateTimeOffset At, TimeSpan? Took = null);
