using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>
/// Signs people in with their organisation's provider: the framework's authorisation code with PKCE and state, and
/// what OpenID Connect asks for on top: a nonce, the identity token's claims, user information of the same person.
/// </summary>
public sealed class OrganisationHandler(
    IOptionsMonitor<OAuthOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    OrganisationSignIn settings,
    ProviderDiscovery provider)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";
    private const string Until = "until";

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        Adopt(await provider.FindAsync(Context.RequestAborted));
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        properties.Items[Until] = (TimeProvider.GetUtcNow() + Options.RemoteAuthenticationTimeout)
            .ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc />
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return QueryHelpers.AddQueryString(
            base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);
    }

    /// <inheritdoc />
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var began = Options.StateDataFormat.Unprotect(Request.Query["state"]);
        if (began is null || !IsInTime(began))
        {
            return HandleRequestResult.Fail("It was not begun here, or too long ago.");
        }

        // An answer of another provider must not be taken for one of this (RFC 9207).
        var addresses = provider.Last ?? await provider.FindAsync(Context.RequestAborted);
        if (Request.Query.TryGetValue("iss", out var issuer)
            && !string.Equals(issuer, addresses.Issuer, StringComparison.Ordinal))
        {
            return HandleRequestResult.Fail("The answer came from another provider.");
        }

        Adopt(addresses);
        return await base.HandleRemoteAuthenticateAsync();
    }

    /// <inheritdoc />
    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(tokens);
        var addresses = provider.Last!;
        properties.Items.Remove(Nonce, out var nonce);
        properties.Items.Remove(Until);
        var token = IdentityToken.Read(
            Text(tokens.Response!.RootElement, "id_token"),
            addresses.Issuer,
            settings.ClientId,
            nonce ?? throw new AuthenticationFailureException("The state holds no nonce."),
            TimeProvider.GetUtcNow());
        var user = await UserOf(addresses, token, tokens.AccessToken!);

        // What is signed for this sign-in counts before what is told beside it.
        var people = new OrganisationPeople(settings);
        if (people.MissingOf(token) is { } missing && people.MissingOf(token, user) is not null)
        {
            throw new AuthenticationFailureException($"The claim {missing} has none of the values that it must.");
        }

        var actor = people.ActorOf(token, user)
            ?? throw new AuthenticationFailureException($"There is no claim {settings.Claims.Identity}.");
        return actor.Roles.Count > 0
            ? new AuthenticationTicket(ActorClaims.Write(actor, OrganisationSessions.Scheme), properties, Scheme.Name)
            : throw new NoRoleException(actor);
    }

    private void Adopt(ProviderAddresses addresses)
    {
        Options.AuthorizationEndpoint = addresses.Authorisation;
        Options.TokenEndpoint = addresses.Token;
    }

    private bool IsInTime(AuthenticationProperties began) =>
        began.Items.TryGetValue(Until, out var until)
        && long.TryParse(until, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
        && TimeProvider.GetUtcNow().ToUnixTimeSeconds() <= seconds;

    // Of the same person, or of nobody (OpenID Connect Core 1.0, section 5.3.2).
    private async Task<JsonElement> UserOf(ProviderAddresses addresses, JsonElement token, string accessToken)
    {
        if (addresses.UserInfo is null)
        {
            return default;
        }

        using var question = new HttpRequestMessage(HttpMethod.Get, addresses.UserInfo);
        question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        question.Headers.Accept.ParseAdd("application/json");
        using var answer = await Backchannel.SendAsync(question, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            throw new AuthenticationFailureException($"The user information answers {(int)answer.StatusCode}.");
        }

        var user = await answer.Content.ReadFromJsonAsync<JsonElement>(Context.RequestAborted);
        return Text(user, "sub") is { } subject && string.Equals(subject, Text(token, "sub"), StringComparison.Ordinal)
            ? user
            : throw new AuthenticationFailureException("The user information is of somebody else.");
    }

    private static string? Text(JsonElement source, string name) =>
        source.ValueKind is JsonValueKind.Object && source.TryGetProperty(name, out var found)
        && found.ValueKind is JsonValueKind.String
            ? found.GetString()
            : null;
}

/// <summary>The provider vouches for somebody to whom no role here is mapped.</summary>
/// <param name="actor">Who.</param>
public sealed class NoRoleException(Actor actor) : Exception("No role is mapped to what the provider says.")
{
    /// <summary>Who; without roles.</summary>
    public Actor Actor { get; } = actor;
}
