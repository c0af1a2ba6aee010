using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Declarations;

/// <summary>What somebody declared and is in force, as corrected, with its corrections.</summary>
/// <param name="Event">The declaration, with its corrected values if it was corrected.</param>
/// <param name="Corrections">Its corrections, oldest first; the last one counts.</param>
public sealed record DeclaredFigures(FlowEvent Event, IReadOnlyList<FlowEvent> Corrections)
{
    /// <summary>What was declared.</summary>
    public Declaration Declaration => (Declaration)Event.Detail;

    /// <summary>Whether it has stopped being believed at an instant.</summary>
    public bool HasExpiredAt(DateTimeOffset at) => Declaration.ExpiresAt < at;
}
