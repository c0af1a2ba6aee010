using System.Text.Json;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>Reads the file of <c>--sign-in</c>.</summary>
public static class OrganisationSignInFile
{
    private const string Option = "--sign-in";

    private static readonly JsonDocumentOptions s_json = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    // What this server sends itself: a file that sent them too would undo what they guard.
    private static readonly string[] s_own =
    [
        "client_id", "client_secret", "code_challenge", "code_challenge_method", "nonce", "redirect_uri",
        "response_mode", "response_type", "scope", "state",
    ];

    /// <summary>Reads and checks it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="network">Its sites and partners may be named; null when the network file is itself wrong.</param>
    /// <exception cref="StartRefusedException">It cannot be used; carries every error at once.</exception>
    public static OrganisationSignIn Read(string file, NetworkMap? network)
    {
        var errors = new List<ConfigurationError>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), s_json);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                throw new StartRefusedException(
                    ExitCodes.BadConfiguration,
                    Option,
                    $"{file} holds no JSON object; see the files of deploy/sign-in.");
            }

            var read = Read(
                new SettingsNode(document.RootElement, string.Empty, errors), Path.GetFullPath(file), network);
            return errors.Count == 0 ? read : throw new StartRefusedException(ExitCodes.BadConfiguration, errors);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                Option,
                $"{file} cannot be read as JSON ({exception.Message}). Give a file such as those of deploy/sign-in.",
                exception);
        }
    }

    private static OrganisationSignIn Read(SettingsNode node, string file, NetworkMap? network)
    {
        node.Only(
            "name", "authority", "clientId", "clientSecret", "scopes", "parameters", "require", "localAccounts",
            "claims", "roles", "sites", "organisations");
        var settings = new OrganisationSignIn
        {
            Name = node.Text("name", "NHS Care Identity"),
            Authority = AuthorityOf(node),
            ClientId = node.Text("clientId", "the identity that the provider gave to this control centre"),
            ClientSecret = SettingsSecret.Read(node, "clientSecret", file, "MSE_SIGN_IN_SECRET"),
            Scopes = ScopesOf(node),
            Parameters = ParametersOf(node),
            Require = node.Lists("require", "[\"AAL3_ANY\"]"),
            LocalAccounts = node.Flag("localAccounts"),
            Claims = ClaimsOf(node),
            Roles = RolesOf(node),
            Sites = node.Lists("sites", "[\"RAJ12\"]"),
            Organisations = OneEach(node, "organisations", "a partner's code"),
        };
        RequireKnown(
            node, "sites", settings.Sites.SelectMany(one => one.Value), network?.Sites.Select(one => one.Code));
        RequireKnown(
            node, "organisations", settings.Organisations.Values, network?.Partners.Select(partner => partner.Code));
        return settings;
    }

    private static string AuthorityOf(SettingsNode node)
    {
        var authority = node.Text("authority", "https://login.microsoftonline.com/TENANT/v2.0");
        if (authority.Length > 0 && !ProviderAddresses.IsSafe(authority))
        {
            node.Wrong(
                "authority",
                $"found '{authority}'; expected an address with https, without a query, as the provider's issuer.");
        }

        return authority;
    }

    private static IReadOnlyList<string> ScopesOf(SettingsNode node)
    {
        var scopes = node.Texts("scopes", "[\"openid\", \"profile\"]");
        if (!scopes.Contains("openid", StringComparer.Ordinal))
        {
            node.Wrong("scopes", "must hold openid: without it no provider says who signed in.");
        }

        return scopes;
    }

    private static Dictionary<string, string> ParametersOf(SettingsNode node)
    {
        var parameters = OneEach(node, "parameters", "a text");
        foreach (var own in parameters.Keys.Intersect(s_own, StringComparer.Ordinal))
        {
            node.Wrong("parameters." + own, "is sent by the server itself; leave it out.");
        }

        return parameters;
    }

    private static OrganisationClaimNames ClaimsOf(SettingsNode node)
    {
        if (node.Child("claims") is not { } claims)
        {
            node.Wrong("claims", "is missing; expected an object that names the claims of name and roles.");
            return new OrganisationClaimNames("sub", "name", "roles", null, null, null, null);
        }

        claims.Only("identity", "name", "roles", "sites", "organisation", "separatedBy", "chosen");
        var chosen = claims.Child("chosen");
        chosen?.Only("list", "key", "namedBy");
        var names = new OrganisationClaimNames(
            claims.TextOrNull("identity", "sub") ?? "sub",
            claims.TextOrNull("name", "name") ?? "name",
            claims.Text("roles", "groups"),
            claims.TextOrNull("sites", "groups"),
            claims.TextOrNull("organisation", "groups"),
            claims.TextOrNull("separatedBy", ":"),
            chosen is null ? null : new ChosenEntry(
                chosen.Text("list", "nhsid_nrbac_roles"),
                chosen.Text("key", "person_roleid"),
                chosen.Text("namedBy", "selected_roleid")));
        string?[] all = [names.Identity, names.Name, names.Roles, names.Sites, names.Organisation];
        if (chosen is null
            && Array.Exists(
                all, name => name?.StartsWith(OrganisationClaimNames.ChosenPrefix, StringComparison.Ordinal) is true))
        {
            claims.Wrong("chosen", "is missing, though another claim is read from what was chosen.");
        }

        return names;
    }

    private static Dictionary<string, IReadOnlyList<Role>> RolesOf(SettingsNode node)
    {
        var roles = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal);
        foreach (var (value, names) in node.Lists("roles", "[\"Controller\"]"))
        {
            roles[value] = [.. names.Select(name => RoleOf(node, value, name)).OfType<Role>()];
        }

        if (roles.Count == 0)
        {
            node.Wrong("roles", "is missing or empty: nobody could sign in. Map at least one value to a role.");
        }

        return roles;
    }

    // Neither a wall nor a feed is a person.
    private static Role? RoleOf(SettingsNode node, string value, string name)
    {
        var people = Enum.GetValues<Role>().Where(role => role is not (Role.Wall or Role.Feed)).ToList();
        var found = people.FindIndex(role => string.Equals(role.ToString(), name, StringComparison.Ordinal));
        if (found >= 0)
        {
            return people[found];
        }

        node.Wrong($"roles.{value}", $"found '{name}'; expected one of {string.Join(", ", people)}.");
        return null;
    }

    private static Dictionary<string, string> OneEach(SettingsNode node, string key, string what)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in node.Lists(key, what))
        {
            found[name] = values.Count > 0 ? values[0] : string.Empty;
            if (values.Count > 1)
            {
                node.Wrong($"{key}.{name}", $"found {values.Count} texts; expected one.");
            }
        }

        return found;
    }

    private static void RequireKnown(
        SettingsNode node, string key, IEnumerable<string> used, IEnumerable<string>? known)
    {
        if (known?.ToList() is not { } all)
        {
            return;
        }

        foreach (var code in used.Except(all, StringComparer.Ordinal))
        {
            node.Wrong(
                key, $"found '{code}', which the network file does not name; it names {string.Join(", ", all)}.");
        }
    }
}
