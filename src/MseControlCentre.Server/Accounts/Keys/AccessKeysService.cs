using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.Keys;

/// <summary>Makes, finds and takes back the keys of programs that read.</summary>
public sealed class AccessKeysService(
    AccountsDatabase database, [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    /// <summary>Stands before every key, so that a scanner for secrets finds one that got into a file.</summary>
    public const string Mark = "msera_";

    /// <summary>Longest name of a program.</summary>
    public const int LongestName = 80;

    /// <summary>Longest life of a key, in days.</summary>
    public const int MostDays = 400;

    /// <summary>Every key, newest first.</summary>
    public async Task<IReadOnlyList<AccessKey>> AllAsync(CancellationToken cancellationToken) =>
        await database.AccessKeys.AsNoTracking().OrderByDescending(key => key.Id).ToListAsync(cancellationToken);

    /// <summary>Makes a key for an actor's name, roles, sites and organisation. The key itself is not kept.</summary>
    /// <param name="what">What it will be; its identity is not used.</param>
    /// <param name="life">How long it holds.</param>
    /// <param name="replaces">Whether earlier keys of the same name end.</param>
    /// <param name="madeBy">Who makes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(AccessKey Made, string Key)> MakeAsync(
        Actor what, TimeSpan life, bool replaces, string madeBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        var key = Mark + OneTimeSecret.New().Shown;
        var now = clock.GetUtcNow();
        var made = new AccessKey
        {
            Name = what.Name,
            SecretHash = OneTimeSecret.Hash(key),
            Roles = [.. what.Roles.Order()],
            Sites = [.. what.Sites.Order(StringComparer.Ordinal)],
            Organisation = what.Organisation,
            MadeBy = madeBy,
            MadeAt = now,
            EndsAt = now + life,
        };
        await using var all = await database.Database.BeginTransactionAsync(cancellationToken);
        if (replaces)
        {
            await database.AccessKeys.Where(one => one.Name == what.Name && one.RevokedAt == null)
                .ExecuteUpdateAsync(one => one.SetProperty(ended => ended.RevokedAt, now), cancellationToken);
        }

        database.AccessKeys.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        await all.CommitAsync(cancellationToken);
        return (made, key);
    }

    /// <summary>
    /// Takes a key back: it is refused from the next request on. False when there was none that held.
    /// </summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await database.AccessKeys.Where(key => key.Id == id && key.RevokedAt == null)
            .ExecuteUpdateAsync(key => key.SetProperty(one => one.RevokedAt, now), cancellationToken) == 1;
    }

    /// <summary>The key that was shown, if it holds; null otherwise.</summary>
    public async Task<AccessKey?> FindAsync(string shown, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(shown);
        var found = await database.AccessKeys.AsNoTracking()
            .SingleOrDefaultAsync(key => key.SecretHash == hash, cancellationToken);
        return found is not null && found.HoldsAt(clock.GetUtcNow()) ? found : null;
    }
}
