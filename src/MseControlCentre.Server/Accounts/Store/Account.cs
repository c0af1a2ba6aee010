using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>A person's account of this server, for where no organisation signs people in.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>Name as colleagues say it.</summary>
    public string DisplayName { get; set; } = string.Empty;

    /// <summary>What they are here for.</summary>
    public IList<Role> Roles { get; init; } = [];

    /// <summary>Codes of the sites that they are given.</summary>
    public IList<string> Sites { get; init; } = [];

    /// <summary>Code of the partner that they work for; null when they work for none.</summary>
    public string? Organisation { get; set; }

    /// <summary>Since when nobody may sign in with it (UTC); null while somebody may.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When somebody last signed in with it (UTC); null when nobody has.</summary>
    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>The account as the rest of the server knows it.</summary>
    public Actor ToActor() => new(
        Id, DisplayName, Roles.ToHashSet(), Sites.ToHashSet(StringComparer.Ordinal), Organisation);
}
