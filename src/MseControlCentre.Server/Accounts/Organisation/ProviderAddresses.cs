using System.Text.Json;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>Where a provider is asked, as its discovery document says (OpenID Discovery 1.0, section 3).</summary>
/// <param name="Issuer">How it names itself.</param>
/// <param name="Authorisation">Where people are sent.</param>
/// <param name="Token">Where a code is changed for tokens.</param>
/// <param name="UserInfo">Where it tells of the user; null when it does not.</param>
/// <param name="EndSession">Where people sign out of it; null when it has no such page.</param>
public sealed record ProviderAddresses(
    string Issuer, string Authorisation, string Token, string? UserInfo, string? EndSession)
{
    /// <summary>Whether an address is safe to send people and secrets to: TLS, or this machine.</summary>
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme is "https" || (uri.Scheme is "http" && uri.IsLoopback))
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0;

    /// <summary>Reads a discovery document.</summary>
    /// <exception cref="ProviderUnfitException">It is not of this provider, or lacks what is needed.</exception>
    public static ProviderAddresses Read(JsonElement document, string authority)
    {
        var wrong = new List<string>();
        var issuer = Text("issuer");
        if (!string.Equals(issuer, authority, StringComparison.Ordinal))
        {
            wrong.Add($"it names itself '{issuer}'; authority must be written exactly so, and is '{authority}'");
        }

        var found = new ProviderAddresses(
            authority,
            Address("authorization_endpoint", isNeeded: true) ?? string.Empty,
            Address("token_endpoint", isNeeded: true) ?? string.Empty,
            Address("userinfo_endpoint", isNeeded: false),
            Address("end_session_endpoint", isNeeded: false));
        RequireListed("response_types_supported", "code");
        RequireListed("code_challenge_methods_supported", "S256");
        RequireListed("token_endpoint_auth_methods_supported", "client_secret_post");
        return wrong.Count == 0 ? found : throw new ProviderUnfitException(string.Join("; ", wrong));

        string? Text(string key) =>
            document.ValueKind is JsonValueKind.Object && document.TryGetProperty(key, out var value)
            && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;

        string? Address(string key, bool isNeeded)
        {
            var address = Text(key);
            if ((address is null && isNeeded) || (address is not null && !IsSafe(address)))
            {
                wrong.Add($"{key} is '{address}', which is no address with https");
            }

            return address;
        }

        // What a provider does not say is tried.
        void RequireListed(string key, string value)
        {
            if (document.ValueKind is JsonValueKind.Object
                && document.TryGetProperty(key, out var list)
                && list.ValueKind is JsonValueKind.Array
                && !list.EnumerateArray().Any(one =>
                    one.ValueKind is JsonValueKind.String && one.ValueEquals(value)))
            {
                wrong.Add($"{key} does not hold {value}, which this server needs");
            }
        }
    }
}

/// <summary>The provider answered, but cannot be used as configured.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ProviderUnfitException(string message) : Exception(message);

/// <summary>The provider does not answer now.</summary>
/// <param name="message">What was tried.</param>
/// <param name="inner">What came of it.</param>
public sealed class ProviderUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
