using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>An escalation as a form asks to raise it.</summary>
/// <param name="Site">Code of the place.</param>
/// <param name="Kind">What it is about, as <see cref="EscalationKind"/> names it.</param>
/// <param name="Level">Code of the level that has to answer; empty for the one that the plan says.</param>
/// <param name="About">What is so, in own words; empty for what the board says.</param>
/// <param name="Reason">Why it is raised.</param>
/// <param name="Tried">What has been tried.</param>
/// <param name="IsOneTap">Whether it came from a button without fields.</param>
public sealed record AskedRaise(
    string Site, string Kind, string Level, string About, string Reason, string Tried, bool IsOneTap)
{
    /// <summary>An empty form for a place and a kind.</summary>
    public static AskedRaise Empty(string? site, string? kind) =>
        new(site ?? string.Empty, kind ?? string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, false);

    /// <summary>The kind; null when none was chosen. A name, not a number: Enum.TryParse takes both.</summary>
    public EscalationKind? KindChosen => EscalationWords.Kinds.Cast<EscalationKind?>()
        .FirstOrDefault(kind => string.Equals(kind.ToString(), Kind, StringComparison.Ordinal));

    /// <summary>The reason as it is kept.</summary>
    public string? ReasonKept => EnteredText.Kept(Reason) ?? (IsOneTap ? "Raised from the site's page" : null);

    /// <summary>What is wrong with the form; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Faults(EscalationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var isOther = KindChosen == EscalationKind.Other;
        return
        [
            .. new (string Field, string? Fault)[]
            {
                ("kind", KindChosen is null ? "Choose what it is about." : null),
                ("level", Level.Length > 0 && plan.Level(Level) is null
                    ? "Choose the level that has to answer." : null),
                ("about", EnteredText.Fault("what is so", About, isOther)),
                ("reason", EnteredText.Fault("the reason", Reason, !IsOneTap)),
                ("tried", EnteredText.Fault("what has been tried", Tried, isRequired: false)),
            }
            .Where(one => one.Fault is not null)
            .Select(one => new FieldError(one.Field, one.Fault!)),
        ];
    }
}
