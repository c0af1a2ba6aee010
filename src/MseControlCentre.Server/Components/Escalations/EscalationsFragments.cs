using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The live parts of the list of escalations, by the name of the element they fill.</summary>
public static class EscalationsFragments
{
    /// <summary>The parts of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="now">Time for running clocks; null when the browser ticks them.</param>
    public static IReadOnlyList<Fragment> Of(EscalationsView view, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            new("counts", typeof(EscalationCounts), With((nameof(EscalationCounts.View), view))),
            new(
                "open",
                typeof(OpenEscalations),
                With((nameof(OpenEscalations.View), view), (nameof(OpenEscalations.Now), now))),
            new(
                "not-raised",
                typeof(NotRaised),
                With((nameof(NotRaised.Rows), view.NotRaised), (nameof(NotRaised.NotKnown), view.NotKnown))),
            new(
                "ended",
                typeof(EndedEscalations),
                With(
                    (nameof(EndedEscalations.Rows), view.Ended),
                    (nameof(EndedEscalations.Caption), "Escalations that ended in the last 24 hours, newest first"))),
        ];
    }

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
