using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>What a patient in the department waits for, as far as it was told.</summary>
public enum DepartmentStage
{
    /// <summary>For initial assessment: nothing says that anybody has seen them.</summary>
    Assessment,

    /// <summary>To be seen for treatment; assessed.</summary>
    Treatment,

    /// <summary>Seen; no referral, decision or end of care told.</summary>
    Seen,

    /// <summary>Referred to a service that must see them before they can go on.</summary>
    Referred,

    /// <summary>Clinically ready to proceed and still here.</summary>
    ReadyToProceed,

    /// <summary>Decision to admit made: for a bed.</summary>
    Bed,
}

/// <summary>
/// One patient in the emergency department: pseudonymous, with the clocks that a site manager acts on.
/// </summary>
/// <param name="Encounter">Pseudonym of the attendance.</param>
/// <param name="ArrivedAt">Arrival (UTC); null when not told.</param>
/// <param name="Ward">Code of the ward that is their area; null when the place is not told or not mapped.</param>
/// <param name="Area">That area; null when not known.</param>
/// <param name="IsChild">Whether that area is for children.</param>
/// <param name="Acuity">Acuity at initial assessment; null when not told.</param>
/// <param name="Stage">What they wait for.</param>
/// <param name="StageSince">When that began (UTC); null when not told.</param>
/// <param name="ReadyToProceedAt">When they became clinically ready to proceed; null when not told.</param>
/// <param name="IsForMentalHealth">Whether they were last referred to a mental-health service.</param>
public sealed record DepartmentPatient(
    string Encounter,
    DateTimeOffset? ArrivedAt,
    string? Ward,
    DepartmentArea? Area,
    bool IsChild,
    Acuity? Acuity,
    DepartmentStage Stage,
    DateTimeOffset? StageSince,
    DateTimeOffset? ReadyToProceedAt,
    bool IsForMentalHealth);
