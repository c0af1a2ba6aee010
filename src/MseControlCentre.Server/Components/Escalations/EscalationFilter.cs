using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>Which escalations a list shows, as the address says it.</summary>
/// <param name="Site">Code of their place; null for all.</param>
/// <param name="Level">Code of the level that has to answer; null for all.</param>
/// <param name="State">How far they have come, or <see cref="Over"/>; null for all.</param>
public sealed record EscalationFilter(string? Site = null, string? Level = null, string? State = null)
{
    /// <summary>Those with a clock past its limit.</summary>
    public const string Over = "over";

    /// <summary>Everything.</summary>
    public static readonly EscalationFilter None = new();

    /// <summary>What can be chosen as state: its value and its words.</summary>
    public static IReadOnlyList<(string Value, string Words)> States { get; } =
    [
        (nameof(EscalationState.Raised), EscalationWords.Of(EscalationState.Raised)),
        (nameof(EscalationState.Acknowledged), EscalationWords.Of(EscalationState.Acknowledged)),
        (nameof(EscalationState.Taken), EscalationWords.Of(EscalationState.Taken)),
        (Over, "Over a limit"),
    ];

    /// <summary>Whether only the place is chosen, so that a live board shows it.</summary>
    public bool IsOfPlaceOnly => Level is null && State is null;

    /// <summary>The choices of an address; empty ones are none.</summary>
    public static EscalationFilter Of(string? site, string? level, string? state) =>
        new(Chosen(site), Chosen(level), Chosen(state));

    /// <summary>Whether an escalation is one of them.</summary>
    public bool Takes(Escalation so, EscalationRow row)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(row);
        return IsAt(so.Scope)
            && (Level is null || string.Equals(Level, so.Level, StringComparison.Ordinal))
            && State switch
            {
                null => true,
                Over => row.Acknowledge.IsOver || row.Resolve.IsOver,
                var state => string.Equals(state, so.State.ToString(), StringComparison.Ordinal),
            };
    }

    /// <summary>Whether a place is the chosen one.</summary>
    public bool IsAt(string scope) => Site is null || string.Equals(Site, scope, StringComparison.Ordinal);

    private static string? Chosen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
