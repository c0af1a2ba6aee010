using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>How people sign in with their organisation's provider as the file of <c>--sign-in</c> says.</summary>
public sealed record OrganisationSignIn
{
    /// <summary>What people call it, such as <c>NHS Care Identity</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The provider, exactly as it names itself (its issuer). Its addresses are read from its discovery document.
    /// </summary>
    public required string Authority { get; init; }

    /// <summary>This control centre, as it is registered there.</summary>
    public required string ClientId { get; init; }

    /// <summary>What it shows there; from a file or the environment, never from the settings themselves.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>What is asked of the provider; <c>openid</c> is among it.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>More that is sent when somebody is sent there, such as <c>prompt</c> or <c>acr_values</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Claims that must have one of some values, such as how strongly somebody showed who they are.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Require { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Whether accounts of this server may be used as well.</summary>
    public required bool LocalAccounts { get; init; }

    /// <summary>Which claim says what.</summary>
    public required OrganisationClaimNames Claims { get; init; }

    /// <summary>Roles by the value of a claim.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Role>> Roles { get; init; }

    /// <summary>Codes of sites by the value of a claim.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sites { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Code of a partner by the value of a claim.</summary>
    public IReadOnlyDictionary<string, string> Organisations { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Names of claims, of the identity token or of what the provider tells of the user.</summary>
/// <param name="Identity">Who, for life.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="Roles">What the roles are read from.</param>
/// <param name="Sites">What the sites are read from; null when they are not.</param>
/// <param name="Organisation">What the organisation is read from; null when it is not.</param>
/// <param name="SeparatedBy">What parts a value has: such as <c>:</c> in <c>G0020:R8000</c>; null for none.</param>
/// <param name="Chosen">Which of several roles somebody chose; null when the provider does not ask.</param>
public sealed record OrganisationClaimNames(
    string Identity,
    string Name,
    string Roles,
    string? Sites,
    string? Organisation,
    string? SeparatedBy,
    ChosenEntry? Chosen)
{
    /// <summary>What stands before the name of a field of the chosen entry.</summary>
    public const string ChosenPrefix = "chosen.";
}

/// <summary>
/// Somebody has several roles and chose one as they signed in: a claim holds all of them, another names the chosen one.
/// </summary>
/// <param name="List">Claim of all of them: a list of objects.</param>
/// <param name="Key">Field of each that names it.</param>
/// <param name="NamedBy">Claim that holds the name of the chosen one.</param>
public sealed record ChosenEntry(string List, string Key, string NamedBy);
