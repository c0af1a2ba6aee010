using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>
/// Reads an identity token that came straight from the provider's token address. There the provider's TLS certificate
/// stands for the signature (OpenID Connect Core 1.0, section 3.1.3.7, point 6); all else is checked as it says. A
/// token that came any other way must not be read with this.
/// </summary>
public static class IdentityToken
{
    // Clocks differ a little.
    private static readonly TimeSpan s_leeway = TimeSpan.FromMinutes(5);

    /// <summary>What it claims.</summary>
    /// <param name="token">The token: three parts with dots between.</param>
    /// <param name="issuer">Who must have made it.</param>
    /// <param name="clientId">Who it must be for.</param>
    /// <param name="nonce">What this sign-in sent, and no other.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="AuthenticationFailureException">It is not what was asked for.</exception>
    public static JsonElement Read(string? token, string issuer, string clientId, string nonce, DateTimeOffset now)
    {
        var claims = PayloadOf(token);
        Require(Is(claims, "iss", issuer), "iss");
        Require(claims.TryGetProperty("aud", out var audience) && IsOnly(audience, clientId), "aud");
        Require(!claims.TryGetProperty("azp", out _) || Is(claims, "azp", clientId), "azp");
        Require(Is(claims, "nonce", nonce), "nonce");
        Require(claims.TryGetProperty("sub", out var subject) && subject.ValueKind is JsonValueKind.String, "sub");
        Require(Instant(claims, "exp") is { } ends && now < ends + s_leeway, "exp");
        Require(Instant(claims, "iat") is { } made && made < now + s_leeway, "iat");
        return claims;
    }

    private static JsonElement PayloadOf(string? token)
    {
        try
        {
            var parts = token?.Split('.') ?? [];
            Require(parts.Length == 3, "three parts");
            var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement.Clone();
            Require(claims.ValueKind is JsonValueKind.Object, "an object");
            return claims;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new AuthenticationFailureException("The identity token cannot be read.", exception);
        }
    }

    private static bool Is(JsonElement claims, string name, string value) =>
        claims.TryGetProperty(name, out var found)
        && found.ValueKind is JsonValueKind.String
        && found.ValueEquals(value);

    private static bool IsOnly(JsonElement audience, string clientId) => audience.ValueKind switch
    {
        JsonValueKind.String => audience.ValueEquals(clientId),
        JsonValueKind.Array => audience.GetArrayLength() == 1 && IsOnly(audience[0], clientId),
        _ => false,
    };

    private static DateTimeOffset? Instant(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.Number
            && found.TryGetDouble(out var seconds) && seconds is > 0 and < 253402300799
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static void Require(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new AuthenticationFailureException($"The identity token is not right in: {what}.");
        }
    }
}
