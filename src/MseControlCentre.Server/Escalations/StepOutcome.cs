using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Escalations;

/// <summary>What became of a step that somebody tried to take.</summary>
public enum StepResult
{
    /// <summary>It is taken and durable.</summary>
    Taken,

    /// <summary>Somebody else took a step since the page was shown: nothing was taken.</summary>
    SomebodyWasFirst,

    /// <summary>The step cannot follow what is known: nothing was taken.</summary>
    Refused,

    /// <summary>There is no such escalation, or it ended long ago.</summary>
    NotFound,
}

/// <summary>What became of a step, and what is so now.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Escalation">The escalation as it is now; null when there is none.</param>
/// <param name="Words">Why it was not taken, for who tried it; null when it was.</param>
public sealed record StepOutcome(StepResult Result, Escalation? Escalation, string? Words = null);
