using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The form that raises an escalation.</summary>
/// <param name="Places">Where the reader may raise.</param>
/// <param name="Levels">The levels of the plan, lowest first.</param>
/// <param name="Asked">What was entered.</param>
/// <param name="Errors">Why it was not raised.</param>
/// <param name="Open">Identity of the one that is open already; null when none is.</param>
/// <param name="Token">Shows that the form came from here.</param>
public sealed record RaiseView(
    IReadOnlyList<EscalationPlace> Places,
    IReadOnlyList<EscalationLevel> Levels,
    AskedRaise Asked,
    IReadOnlyList<FieldError> Errors,
    string? Open,
    FormToken Token);
