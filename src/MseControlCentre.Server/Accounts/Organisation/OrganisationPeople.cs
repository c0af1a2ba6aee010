using System.Text.Json;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>Says who somebody is and what they are here for, from what the provider claims of them.</summary>
/// <param name="settings">Which claim says what.</param>
public sealed class OrganisationPeople(OrganisationSignIn settings)
{
    /// <summary>Stands before the identity that the provider gives, so that it is of no other way in.</summary>
    public const string IdentityPrefix = "organisation:";

    /// <summary>Who it is; with no roles when none is mapped, null when the provider does not say who.</summary>
    /// <param name="sources">What claims it: first what counts most.</param>
    public Actor? ActorOf(params IReadOnlyList<JsonElement> sources)
    {
        var names = settings.Claims;
        var chosen = ChosenOf(sources);
        if (Values(names.Identity).FirstOrDefault() is not { Length: > 0 } identity)
        {
            return null;
        }

        return new Actor(
            IdentityPrefix + identity,
            Values(names.Name).FirstOrDefault(name => name.Length > 0) ?? identity,
            Parts(names.Roles).SelectMany(value => settings.Roles.GetValueOrDefault(value, [])).ToHashSet(),
            Parts(names.Sites).SelectMany(value => settings.Sites.GetValueOrDefault(value, []))
                .ToHashSet(StringComparer.Ordinal),
            Parts(names.Organisation).Select(value => settings.Organisations.GetValueOrDefault(value))
                .FirstOrDefault(code => code is not null));

        IEnumerable<string> Values(string? name) => name is null ? [] : ValuesOf(name, chosen, sources);

        IEnumerable<string> Parts(string? name) =>
            Values(name).SelectMany(value => names.SeparatedBy is { } separator
                ? value.Split(separator, StringSplitOptions.TrimEntries).Append(value)
                : [value]).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The first claim that does not have one of the values that it must; null when all do.</summary>
    public string? MissingOf(params IReadOnlyList<JsonElement> sources)
    {
        var chosen = ChosenOf(sources);
        return settings.Require
            .Where(need => !ValuesOf(need.Key, chosen, sources).Intersect(need.Value, StringComparer.Ordinal).Any())
            .Select(need => need.Key).FirstOrDefault();
    }

    private static IEnumerable<string> ValuesOf(string name, JsonElement? chosen, IReadOnlyList<JsonElement> sources) =>
        !name.StartsWith(OrganisationClaimNames.ChosenPrefix, StringComparison.Ordinal)
            ? sources.SelectMany(source => ClaimValues.Of(source, name))
            : chosen is { } entry ? ClaimValues.Of(entry, name[OrganisationClaimNames.ChosenPrefix.Length..]) : [];

    private JsonElement? ChosenOf(IReadOnlyList<JsonElement> sources)
    {
        if (settings.Claims.Chosen is not { } chosen
            || sources.SelectMany(source => ClaimValues.Of(source, chosen.NamedBy)).FirstOrDefault() is not { } wanted)
        {
            return null;
        }

        return sources.SelectMany(source => ClaimValues.Entries(source, chosen.List))
            .Where(entry => ClaimValues.Of(entry, chosen.Key).Contains(wanted, StringComparer.Ordinal))
            .Select(entry => (JsonElement?)entry).FirstOrDefault();
    }
}
