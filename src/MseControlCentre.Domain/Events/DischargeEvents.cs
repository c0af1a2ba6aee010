namespace MseControlCentre.Domain.Events;

/// <summary>How sure a planned discharge is.</summary>
public enum DischargeCertainty
{
    /// <summary>Might leave on the day.</summary>
    Potential,

    /// <summary>Will leave on the day.</summary>
    Definite,
}

/// <summary>Discharge pathway of the national hospital discharge guidance (updated 26 January 2024, annex B).</summary>
public enum DischargePathway
{
    /// <summary>Home without new support; no care transfer hub.</summary>
    P0 = 0,

    /// <summary>Home with support through the care transfer hub.</summary>
    P1 = 1,

    /// <summary>A community bed with support, for a time.</summary>
    P2 = 2,

    /// <summary>Care-home placement for assessment of long-term needs.</summary>
    P3 = 3,
}

/// <summary>Whether the patient meets the criteria to reside was assessed.</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="Met">True when the patient meets the criteria and should stay.</param>
/// <param name="Pathway">Discharge pathway, when not met and known.</param>
/// <param name="DelayReason">
/// Reason of the national acute discharge sitrep (27 May 2024), when not met and known.
/// </param>
/// <param name="Owner">Organisation that can unblock the delay, as the network file names it.</param>
public sealed record CriteriaToResideAssessed(
    string Encounter,
    bool Met,
    DischargePathway? Pathway = null,
    string? DelayReason = null,
    string? Owner = null) : EncounterEvent(Encounter);

/// <summary>The discharge-ready date was set, or taken back.</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="ReadyAt">When the patient was ready; null takes an earlier date back.</param>
public sealed record DischargeReadyDateSet(string Encounter, DateTimeOffset? ReadyAt = null)
    : EncounterEvent(Encounter);

/// <summary>A discharge is expected (HL7 A16, or a ward's own list).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="ExpectedAt">When, when told.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record DischargePlanned(
    string Encounter,
    DateTimeOffset? ExpectedAt = null,
    DischargeCertainty Certainty = DischargeCertainty.Potential) : EncounterEvent(Encounter);

/// <summary>The expected discharge will not take place (HL7 A25).</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
public sealed record DischargePlanCancelled(string Encounter) : EncounterEvent(Encounter);
