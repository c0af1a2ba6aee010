using System.Security.Claims;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts;

/// <summary>
/// Who somebody is, written as claims and read again. Whatever the way in, the rest of the server sees an actor only.
/// </summary>
public static class ActorClaims
{
    /// <summary>Claim of a role, by its name.</summary>
    public const string Role = "mse:role";

    /// <summary>Claim of a site's code.</summary>
    public const string Site = "mse:site";

    /// <summary>Claim of a partner's code.</summary>
    public const string Organisation = "mse:organisation";

    /// <summary>Claim of a feed.</summary>
    public const string Source = "mse:source";

    /// <summary>Reads who is signed in; nobody when nobody is, or when the claims name no identity.</summary>
    public static Actor Read(ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated is not true
            || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 } id)
        {
            return Actor.Nobody;
        }

        return new Actor(
            id,
            principal.Identity.Name ?? id,
            principal.FindAll(Role).Select(claim => RoleOf(claim.Value)).OfType<Role>().ToHashSet(),
            principal.FindAll(Site).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal),
            principal.FindFirstValue(Organisation),
            principal.FindFirstValue(Source));
    }

    /// <summary>Writes who is signed in by a scheme.</summary>
    public static ClaimsPrincipal Write(Actor actor, string scheme)
    {
        ArgumentNullException.ThrowIfNull(actor);
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, actor.Id), new(ClaimTypes.Name, actor.Name)];
        claims.AddRange(actor.Roles.Order().Select(role => new Claim(Role, role.ToString())));
        claims.AddRange(actor.Sites.Order(StringComparer.Ordinal).Select(site => new Claim(Site, site)));
        Add(Organisation, actor.Organisation);
        Add(Source, actor.Source);
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                claims.Add(new Claim(type, value));
            }
        }
    }

    // A name only: Enum.TryParse would also take numbers, which nobody grants.
    private static Role? RoleOf(string name) =>
        Enum.GetValues<Role>().Where(role => string.Equals(role.ToString(), name, StringComparison.Ordinal))
            .Select(role => (Role?)role).FirstOrDefault();
}
