namespace MseControlCentre.Domain.Escalations;

/// <summary>Whether what an escalation may be about is past a limit now.</summary>
public enum LimitReading
{
    /// <summary>What tells of it is missing or no longer current: it may be past a limit or not.</summary>
    NotKnown,

    /// <summary>It is known to be past none.</summary>
    NotPassed,

    /// <summary>It is past one.</summary>
    Passed,

    /// <summary>No limit is agreed for it at that place, or no figure tells it: people know.</summary>
    NotMeasured,
}
