using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MseControlCentre.Server.Accounts.Keys;

/// <summary>The way in of a program that reads: <c>Authorization: Bearer msera_...</c> with every request.</summary>
public sealed class AccessKeyScheme(
    AccessKeysService keys,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logging,
    UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    /// <summary>Name of the way in.</summary>
    public const string Name = "AccessKey";

    private const string Bearer = "Bearer ";
    private const int LongestHeader = 256;

    /// <summary>Whether a request shows such a key, right or wrong.</summary>
    public static bool IsShownBy(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Authorization.ToString()
            .StartsWith(Bearer + AccessKeysService.Mark, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.Length <= LongestHeader
            && await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is { } found
                ? AuthenticateResult.Success(
                    new AuthenticationTicket(ActorClaims.Write(found.ToActor(), Name), Name))
                : AuthenticateResult.NoResult();
    }
}
