using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Encounters;

/// <summary>How far an encounter has come.</summary>
public enum EncounterPhase
{
    /// <summary>Heard of, but nothing says that the patient came.</summary>
    None,

    /// <summary>An admission is expected.</summary>
    Expected,

    /// <summary>In the emergency department.</summary>
    InDepartment,

    /// <summary>In a bed, or on leave from it.</summary>
    Inpatient,

    /// <summary>Left: discharged, departed or became an outpatient.</summary>
    Left,
}

/// <summary>Where one encounter stands: the fold of its events. Times are as the source gave them.</summary>
public sealed record EncounterStanding
{
    /// <summary>How far it has come.</summary>
    public EncounterPhase Phase { get; set; }

    /// <summary>Site where the patient is, was last, or is expected.</summary>
    public string Site { get; set; } = string.Empty;

    /// <summary>Where in the site; null when never told.</summary>
    public Place? Place { get; set; }

    /// <summary>Pseudonym of the patient, when told.</summary>
    public string? Patient { get; set; }

    /// <summary>Specialty, when told.</summary>
    public string? Specialty { get; set; }

    /// <summary>When the patient is expected, while the phase is <see cref="EncounterPhase.Expected"/>.</summary>
    public DateTimeOffset? ExpectedAt { get; set; }

    /// <summary>Arrival at the emergency department.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>How the patient came to the emergency department.</summary>
    public ArrivalMode ArrivalMode { get; set; }

    /// <summary>ECDS department type 01 to 05, when told.</summary>
    public string? DepartmentType { get; set; }

    /// <summary>Initial assessment.</summary>
    public DateTimeOffset? AssessedAt { get; set; }

    /// <summary>Acuity at initial assessment.</summary>
    public Acuity? Acuity { get; set; }

    /// <summary>Seen for treatment.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Service the patient was last referred to from the department.</summary>
    public string? ReferredTo { get; set; }

    /// <summary>When the patient was first referred to that service.</summary>
    public DateTimeOffset? ReferredAt { get; set; }

    /// <summary>Decision to admit.</summary>
    public DateTimeOffset? DecisionToAdmitAt { get; set; }

    /// <summary>Clinically ready to proceed; the first counts.</summary>
    public DateTimeOffset? ReadyToProceedAt { get; set; }

    /// <summary>Departure from the emergency department.</summary>
    public DateTimeOffset? DepartedAt { get; set; }

    /// <summary>How the attendance ended.</summary>
    public EdOutcome? Outcome { get; set; }

    /// <summary>Admission to a bed.</summary>
    public DateTimeOffset? AdmittedAt { get; set; }

    /// <summary>Admission method, when told.</summary>
    public string? AdmissionMethod { get; set; }

    /// <summary>Since when on leave; null when not on leave.</summary>
    public DateTimeOffset? OnLeaveSince { get; set; }

    /// <summary>Discharge from the bed.</summary>
    public DateTimeOffset? DischargedAt { get; set; }

    /// <summary>Discharge destination, when told.</summary>
    public string? Destination { get; set; }

    /// <summary>Expected time of discharge, when told.</summary>
    public DateTimeOffset? DischargeExpectedAt { get; set; }

    /// <summary>How sure the planned discharge is; null when none is planned.</summary>
    public DischargeCertainty? DischargeCertainty { get; set; }

    /// <summary>A move that is planned.</summary>
    public Place? PlannedMove { get; set; }

    /// <summary>Whether the newest assessment found the criteria to reside met; null when never assessed.</summary>
    public bool? MeetsCriteriaToReside { get; set; }

    /// <summary>Discharge pathway of the newest assessment.</summary>
    public DischargePathway? Pathway { get; set; }

    /// <summary>Delay reason of the newest assessment.</summary>
    public string? DelayReason { get; set; }

    /// <summary>Who can unblock the delay, by the newest assessment.</summary>
    public string? DelayOwner { get; set; }

    /// <summary>Whether a virtual ward could look after the patient; null when never judged.</summary>
    public bool? SuitableForVirtualWard { get; set; }

    /// <summary>The virtual ward that would fit, when told.</summary>
    public string? SuitableVirtualWard { get; set; }

    /// <summary>Discharge-ready date.</summary>
    public DateTimeOffset? DischargeReadyAt { get; set; }
}
