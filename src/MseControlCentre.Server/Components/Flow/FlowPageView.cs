using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>The page of the map, as somebody asked for it.</summary>
/// <param name="View">The map; null when it cannot be shown.</param>
/// <param name="Asked">The time as it was asked for; empty for now.</param>
/// <param name="Steps">Earlier and later times to go to.</param>
/// <param name="Errors">Why it cannot be shown.</param>
public sealed record FlowPageView(
    FlowView? View, string Asked, IReadOnlyList<FlowStep> Steps, IReadOnlyList<FieldError> Errors);

/// <summary>A step in time.</summary>
/// <param name="Text">As it is written on the button.</param>
/// <param name="Words">What a screen reader says.</param>
/// <param name="Href">Where it leads; null when that lies in the future.</param>
public sealed record FlowStep(string Text, string Words, string? Href);
