using System.Text.Json;

namespace MseControlCentre.Domain.Events;

/// <summary>
/// The event's site, provider or system declared its OPEL (operational pressures escalation level). It stands beside
/// the calculated one and never replaces it.
/// </summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Reason">Why, in particular when it differs from the calculated level.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record OpelDeclared(
    int Level, string? Reason = null, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "opel";
}

/// <summary>
/// A version of an OPEL rule set came into force. It is in the journal so that a replay scores by the rules of its day.
/// </summary>
/// <param name="RuleSet">Identity of the rule set.</param>
/// <param name="Version">The file's own version.</param>
/// <param name="File">The rule-set file as adopted.</param>
public sealed record OpelRuleSetAdopted(string RuleSet, string Version, JsonElement File) : EventDetail
{
    /// <inheritdoc />
    public bool Equals(OpelRuleSetAdopted? other) => other is not null
        && string.Equals(RuleSet, other.RuleSet, StringComparison.Ordinal)
        && string.Equals(Version, other.Version, StringComparison.Ordinal)
        && JsonElement.DeepEquals(File, other.File);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(RuleSet + "\n" + Version);
}
