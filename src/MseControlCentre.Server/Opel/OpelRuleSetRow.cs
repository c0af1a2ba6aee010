using System.Text.Json;
using MseControlCentre.Domain.Opel;

namespace MseControlCentre.Server.Opel;

/// <summary>Which rule set something is scored by.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Version">Version of the file.</param>
/// <param name="Source">The framework that it follows.</param>
/// <param name="ValidFrom">First local day on which it counts.</param>
/// <param name="ValidTo">Last local day on which it counts; null until a newer one counts.</param>
public sealed record OpelRuleSetName(
    string Id, string Name, string Version, string Source, DateOnly ValidFrom, DateOnly? ValidTo)
{
    internal static OpelRuleSetName? From(OpelRuleSet? rules) => rules is null
        ? null
        : new OpelRuleSetName(rules.Id, rules.Name, rules.Version, rules.Source, rules.ValidFrom, rules.ValidTo);
}

/// <summary>A rule set that was adopted.</summary>
/// <param name="RuleSet">Which.</param>
/// <param name="InForce">Whether it counts now.</param>
/// <param name="AdoptedAt">When its newest version was adopted (UTC).</param>
/// <param name="File">The file as adopted: parameters, bands, weights, levels, roll-up, each with its basis.</param>
public sealed record OpelRuleSetRow(OpelRuleSetName RuleSet, bool InForce, DateTimeOffset AdoptedAt, JsonElement File)
{
    internal static OpelRuleSetRow From(AdoptedOpelRuleSet adopted, OpelRuleSet? inForce) => new(
        OpelRuleSetName.From(adopted.Rules)!,
        string.Equals(adopted.Rules.Id, inForce?.Id, StringComparison.Ordinal),
        adopted.Adoption.OccurredAt,
        adopted.Adopted.File);
}
