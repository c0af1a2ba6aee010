namespace MseControlCentre.Simulator.Worlds;

/// <summary>What kind of stay it is: who decides when it ends.</summary>
public enum StayKind
{
    /// <summary>An attendance at the emergency department.</summary>
    Attendance,

    /// <summary>An adult who stays at least one night.</summary>
    Overnight,

    /// <summary>An adult admitted and discharged on the same day.</summary>
    SameDay,

    /// <summary>A child.</summary>
    Child,

    /// <summary>A wrong entry that will be taken back.</summary>
    Mistake,
}

/// <summary>
/// One attendance or hospital stay, as the records say it is. Where the records are wrong for a while (a discharge that
/// will be cancelled), this follows the records: that is what a board can know.
/// </summary>
public sealed class Visit : IStory
{
    /// <summary>Opens a visit.</summary>
    public Visit(Person person, string number, StayKind kind)
    {
        Person = person;
        Number = number;
        Kind = kind;
    }

    /// <summary>The patient.</summary>
    public Person Person { get; }

    /// <summary>The hospital's number of the visit.</summary>
    public string Number { get; }

    /// <summary>What kind of stay it is.</summary>
    public StayKind Kind { get; set; }

    /// <inheritdoc />
    public long LastEventAt { get; set; } = long.MinValue;

    /// <summary>When it was registered in the emergency department; null for a stay of its own.</summary>
    public long? ArrivedAt { get; set; }

    /// <summary>Whether it came by ambulance.</summary>
    public bool ByAmbulance { get; set; }

    /// <summary>When initial assessment was complete.</summary>
    public long? AssessedAt { get; set; }

    /// <summary>Acuity 1 to 5.</summary>
    public int Acuity { get; set; }

    /// <summary>When a decision maker saw the patient.</summary>
    public long? SeenAt { get; set; }

    /// <summary>When the decision to admit was made.</summary>
    public long? DecidedAt { get; set; }

    /// <summary>When the patient was first clinically ready to proceed.</summary>
    public long? ReadyAt { get; set; }

    /// <summary>Service it was referred to; null when to none.</summary>
    public string? ReferredTo { get; set; }

    /// <summary>When it was referred.</summary>
    public long? ReferredAt { get; set; }

    /// <summary>When the stay as an inpatient began; null before.</summary>
    public long? AdmittedAt { get; set; }

    /// <summary>NHS admission method.</summary>
    public string AdmissionMethod { get; set; } = "21";

    /// <summary>Whether it is an emergency admission: methods 21 to 28 and 2A to 2D.</summary>
    public bool IsEmergency => AdmissionMethod[0] == '2';

    /// <summary>ECDS type of the department where it was registered; null when the network file gives none.</summary>
    public string? DepartmentType { get; set; }

    /// <summary>Specialty.</summary>
    public string Specialty { get; set; } = "300";

    /// <summary>The ward the records give; an area of the department for an attendance.</summary>
    public WardState? Ward { get; set; }

    /// <summary>The bed the records give.</summary>
    public Bed? Bed { get; set; }

    /// <summary>Whether the records say the patient has left (or has not been admitted after all).</summary>
    public bool IsGone { get; set; }

    /// <summary>When the records say the patient left.</summary>
    public long? GoneAt { get; set; }

    /// <summary>Whether the patient is on leave.</summary>
    public bool OnLeave { get; set; }

    /// <summary>Whether a wrong entry about it stands: it is left alone until that is taken back.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether the newest assessment says that the criteria to reside are not met.</summary>
    public bool NoCriteriaToReside { get; set; }

    /// <summary>Discharge pathway 0 to 3 of that assessment.</summary>
    public int? Pathway { get; set; }

    /// <summary>Delay reason of that assessment.</summary>
    public string? DelayReason { get; set; }

    /// <summary>Partner that can unblock the delay.</summary>
    public string? DelayOwner { get; set; }

    /// <summary>When that assessment was made.</summary>
    public long? CriteriaAssessedAt { get; set; }

    /// <summary>Discharge-ready date, once it is set.</summary>
    public long? DischargeReadyAt { get; set; }

    /// <summary>Virtual ward that a ward's list says the patient could go to; null when to none.</summary>
    public string? SuitableVirtualWard { get; set; }

    /// <summary>When that was judged.</summary>
    public long? SuitabilityJudgedAt { get; set; }

    /// <summary>When the patient would go home if nothing stood in the way.</summary>
    public long DueAt { get; set; }

    /// <summary>When the planned discharge is expected; null without a plan.</summary>
    public long? PlannedFor { get; set; }

    /// <summary>When the plan was made.</summary>
    public long? PlannedAt { get; set; }

    /// <summary>Whether the plan is definite.</summary>
    public bool PlanIsDefinite { get; set; }

    /// <summary>Whether it is in the emergency department.</summary>
    public bool InDepartment => ArrivedAt is not null && AdmittedAt is null && !IsGone;

    /// <summary>Whether it is an inpatient now, on leave included.</summary>
    public bool IsInpatient => AdmittedAt is not null && !IsGone;

    /// <summary>Position in its hospital's roster; -1 when not on it.</summary>
    internal int RosterIndex { get; set; } = -1;
}
