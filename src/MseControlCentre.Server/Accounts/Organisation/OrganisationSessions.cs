using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Sessions;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>
/// Sessions of people whom their organisation's provider vouches for. Each is known here, so that signing out ends it
/// also for a copy of its cookie. Roles are read when it begins, which is why it has an end that no use moves.
/// </summary>
/// <param name="database">Where they are kept.</param>
/// <param name="clock">The server's own clock.</param>
public sealed class OrganisationSessions(
    AccountsDatabase database, [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    /// <summary>Name of the way in.</summary>
    public const string Scheme = "Organisation";

    /// <summary>Name of its cookie.</summary>
    public const string Cookie = "mse-organisation";

    private const string SessionClaim = "mse:session";

    /// <summary>A session that nobody uses ends after a shift.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>A session ends after a shift and its handover, whoever uses it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(14);

    /// <summary>Configures its cookie.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SessionCookie.Shape(options, Cookie, Idle);
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Begins a session: its identity is written into the principal, which the cookie carries.</summary>
    public async Task BeginAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var actor = ActorClaims.Read(principal);
        var now = clock.GetUtcNow();
        var session = new OrganisationSession { ActorId = actor.Id, EndsAt = now + Longest };
        await database.OrganisationSessions.Where(one => one.EndsAt < now).ExecuteDeleteAsync(cancellationToken);
        database.OrganisationSessions.Add(session);
        await database.SaveChangesAsync(cancellationToken);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(SessionClaim, session.Id.ToString()));
    }

    /// <summary>Whether the session of a principal goes on.</summary>
    public async Task<bool> IsLiveAsync(ClaimsPrincipal? principal, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Guid.TryParse(principal?.FindFirstValue(SessionClaim), out var id)
            && await database.OrganisationSessions.AnyAsync(
                session => session.Id == id && session.EndsAt > now, cancellationToken);
    }

    /// <summary>Ends the session of a principal, wherever its cookie is.</summary>
    public Task EndAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id)
            ? database.OrganisationSessions.Where(session => session.Id == id).ExecuteDeleteAsync(cancellationToken)
            : Task.CompletedTask;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<OrganisationSessions>();
        if (!await sessions.IsLiveAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}
