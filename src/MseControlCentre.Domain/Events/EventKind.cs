using System.Text.Json.Serialization.Metadata;

namespace MseControlCentre.Domain.Events;

/// <summary>One kind of event in the catalogue.</summary>
/// <param name="Name">Its name on the wire and in the journal.</param>
/// <param name="Precedence">
/// Order among events of one subject at the same instant: lower first. A cancel comes after what it cancels.
/// </param>
/// <param name="Json">How its detail is written and read.</param>
public sealed record EventKind(string Name, int Precedence, JsonTypeInfo Json)
{
    /// <summary>Whether only the control centre's own pages and clocks make it, so that no feed may send it.</summary>
    public bool IsOfTheControlCentre => Json.Type.IsAssignableTo(typeof(EscalationEvent))
        || Json.Type.IsAssignableTo(typeof(CallEvent));
}
