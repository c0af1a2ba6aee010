namespace MseControlCentre.Domain.Escalations;

/// <summary>What an escalation is about. Each kind but <see cref="Other"/> is open at most once at one place.</summary>
public enum EscalationKind
{
    /// <summary>Ambulances wait too long to hand their patients over.</summary>
    HandoverDelay,

    /// <summary>No majors or resuscitation space is free in the emergency department.</summary>
    NoCubicleFree,

    /// <summary>Fewer patients have left than should have by now.</summary>
    DischargeDeficit,

    /// <summary>Beds of a ward are closed.</summary>
    WardClosed,

    /// <summary>The calculated OPEL level has risen.</summary>
    OpelChange,

    /// <summary>A feed tells nothing any more, so that the board does not know.</summary>
    FeedSilent,

    /// <summary>A virtual ward has no place left while patients wait for one.</summary>
    VirtualWardFull,

    /// <summary>Shifts are not filled.</summary>
    Staffing,

    /// <summary>Something else, in words; raised by people only.</summary>
    Other,
}
