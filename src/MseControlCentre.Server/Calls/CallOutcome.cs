using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Calls;

/// <summary>What became of something that somebody wanted to add to a call.</summary>
public enum CallResult
{
    /// <summary>It is taken and durable.</summary>
    Taken,

    /// <summary>Somebody else changed the same part since the page was shown: nothing was taken.</summary>
    SomebodyWasFirst,

    /// <summary>It cannot follow what is known: nothing was taken.</summary>
    Refused,

    /// <summary>There is no such call, or it is history.</summary>
    NotFound,

    /// <summary>
    /// Somebody else told a part of it at the same moment, which stays as they told it; the rest is taken.
    /// </summary>
    PartlyTaken,
}

/// <summary>What became of it, and what is so now.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Call">The call as it is now; null when there is none.</param>
/// <param name="Words">Why it was not taken, for who tried it; null when it was.</param>
public sealed record CallOutcome(CallResult Result, Call? Call, string? Words = null)
{
    /// <summary>What of it was not taken, when a part of it was.</summary>
    public IReadOnlyList<CallEvent> NotTaken { get; init; } = [];
}
