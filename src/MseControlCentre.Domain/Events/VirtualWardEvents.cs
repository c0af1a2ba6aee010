namespace MseControlCentre.Domain.Events;

/// <summary>
/// Where a virtual-ward patient comes from
/// (NHS England virtual wards operational framework, August 2024).
/// </summary>
public enum VirtualWardRoute
{
    /// <summary>Instead of an admission.</summary>
    StepUp,

    /// <summary>Early supported discharge from a hospital bed.</summary>
    StepDown,
}

/// <summary>How a referral or stay ended.</summary>
public enum VirtualWardOutcome
{
    /// <summary>Discharged from the virtual ward.</summary>
    Discharged,

    /// <summary>Deteriorated and went to a hospital bed.</summary>
    EscalatedToBed,

    /// <summary>The referral was declined; there was no stay.</summary>
    Declined,

    /// <summary>Died.</summary>
    Died,
}

/// <summary>A patient was referred to a virtual ward.</summary>
/// <param name="Stay">Pseudonym of the referral.</param>
/// <param name="VirtualWard">Code of the virtual ward.</param>
/// <param name="Route">Step-up or step-down.</param>
/// <param name="ReferredBy">Kind of referrer (ward, ambulance crew, care home, community team), when told.</param>
public sealed record VirtualWardReferred(
    string Stay, string VirtualWard, VirtualWardRoute Route, string? ReferredBy = null)
    : VirtualWardStayEvent(Stay, VirtualWard);

/// <summary>A patient was taken on by a virtual ward.</summary>
/// <param name="Stay">Pseudonym of the referral.</param>
/// <param name="VirtualWard">Code of the virtual ward.</param>
/// <param name="Route">Step-up or step-down, when told.</param>
/// <param name="TechnologyEnabled">Whether the patient is monitored with technology, when told.</param>
public sealed record VirtualWardAdmitted(
    string Stay, string VirtualWard, VirtualWardRoute? Route = null, bool? TechnologyEnabled = null)
    : VirtualWardStayEvent(Stay, VirtualWard);

/// <summary>A discharge from the virtual ward is expected, or no longer.</summary>
/// <param name="Stay">Pseudonym of the referral.</param>
/// <param name="VirtualWard">Code of the virtual ward.</param>
/// <param name="ExpectedAt">When; null takes an earlier plan back.</param>
public sealed record VirtualWardDischargePlanned(
    string Stay, string VirtualWard, DateTimeOffset? ExpectedAt = null) : VirtualWardStayEvent(Stay, VirtualWard);

/// <summary>A ward judged whether a patient in a hospital bed could go to a virtual ward today.</summary>
/// <param name="Encounter">Pseudonym of the hospital stay.</param>
/// <param name="Suitable">Whether the patient could go.</param>
/// <param name="VirtualWard">The virtual ward that would fit, when told.</param>
public sealed record VirtualWardSuitabilityAssessed(
    string Encounter, bool Suitable, string? VirtualWard = null) : EncounterEvent(Encounter);

/// <summary>A virtual-ward stay or referral ended.</summary>
/// <param name="Stay">Pseudonym of the referral.</param>
/// <param name="VirtualWard">Code of the virtual ward.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record VirtualWardDischarged(
    string Stay, string VirtualWard, VirtualWardOutcome Outcome = VirtualWardOutcome.Discharged)
    : VirtualWardStayEvent(Stay, VirtualWard);

/// <summary>A virtual ward's places were declared. Until then the network file's figure is taken.</summary>
/// <param name="VirtualWard">Code of the virtual ward.</param>
/// <param name="Capacity">Patients it can look after.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record VirtualWardCapacityDeclared(
    string VirtualWard, int Capacity, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "virtual-ward/" + VirtualWard;
}
