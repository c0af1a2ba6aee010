using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Sessions;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.Walls;

/// <summary>
/// The session of a wall's screen: it lasts until it is taken back, through restarts and new versions.
/// </summary>
public static class WallSessions
{
    /// <summary>Name of the way in.</summary>
    public const string Scheme = "Wall";

    private const string CookieName = "mse-wall";
    private const string StampClaim = "mse:stamp";

    // A browser keeps a cookie for 400 days at most; each visit of the page begins them anew.
    private static readonly TimeSpan s_life = TimeSpan.FromDays(400);

    /// <summary>Configures its cookie.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SessionCookie.Shape(options, CookieName, s_life);
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>
    /// Gives a screen its wall back when a person who signed in there has gone and their session has ended: a wall
    /// never ends with somebody's session. After authentication, before the addresses' rules.
    /// </summary>
    public static void UseWallBehindASession(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity is not { IsAuthenticated: true } && context.Request.Cookies.ContainsKey(CookieName)
            && await context.AuthenticateAsync(Scheme) is { Succeeded: true } wall)
        {
            context.User = wall.Principal;
        }

        await next();
    });

    /// <summary>A screen as the rest of the server knows it.</summary>
    public static Actor ActorOf(WallScreen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        return new Actor(
            "wall:" + screen.Id,
            screen.Place,
            new HashSet<Role> { Role.Wall },
            new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>Begins the session of a screen whose link was opened.</summary>
    public static Task BeginAsync(HttpContext context, WallScreen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        var principal = ActorClaims.Write(ActorOf(screen), Scheme);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(StampClaim, screen.Stamp.ToString()!));
        return context.SignInAsync(Scheme, principal, new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Whether a screen has not been taken back, nor another taken its place.</summary>
    public static async Task<bool> IsLiveAsync(
        ClaimsPrincipal? principal, WallScreensService screens, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(screens);
        var actor = ActorClaims.Read(principal);
        return Guid.TryParse(actor.Id.AsSpan(actor.Id.IndexOf(':', StringComparison.Ordinal) + 1), out var id)
            && Guid.TryParse(principal?.FindFirstValue(StampClaim), out var stamp)
            && await screens.IsOpenAsync(id, stamp, cancellationToken);
    }

    // Asked at each request, and a live wall asks for its line anew when its server drops it.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var screens = context.HttpContext.RequestServices.GetRequiredService<WallScreensService>();
        if (!await IsLiveAsync(context.Principal, screens, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}
