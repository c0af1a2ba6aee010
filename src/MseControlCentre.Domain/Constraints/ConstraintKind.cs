namespace MseControlCentre.Domain.Constraints;

/// <summary>What holds flow up. Each is listed with its limit and source in <c>docs/constraints.md</c>.</summary>
public enum ConstraintKind
{
    /// <summary>Ambulances wait longer than the handover standard.</summary>
    AmbulancesWaiting,

    /// <summary>No bed free or beds fuller than they should be, or a wait for a bed that is too long.</summary>
    WaitingForBed,

    /// <summary>The emergency department sends ambulances elsewhere or is closed.</summary>
    DepartmentClosed,

    /// <summary>Mental-health patients in the emergency department longer than they should be.</summary>
    MentalHealthWaits,

    /// <summary>Stays in the emergency department longer than the long stay.</summary>
    LongStays,

    /// <summary>999 calls wait while the Category 2 mean is past its standard.</summary>
    CallsWaiting,

    /// <summary>Fewer have left than should have by now.</summary>
    DischargeDeficit,

    /// <summary>No place left on a virtual ward while patients wait for one.</summary>
    VirtualWardFull,

    /// <summary>All intermediate-care slots used while patients wait on that pathway.</summary>
    SlotsUsed,

    /// <summary>Nobody tells what is so there.</summary>
    NotKnown,
}

/// <summary>How bad a constraint is.</summary>
public enum Severity
{
    /// <summary>A limit is passed: somebody should look. Also what is not known.</summary>
    Watch,

    /// <summary>The worst limit is passed, or nothing is left: somebody must act.</summary>
    Alarm,
}
