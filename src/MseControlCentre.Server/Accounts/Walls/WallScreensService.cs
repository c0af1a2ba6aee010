using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.Walls;

/// <summary>Makes, opens, renews and takes back the links of walls.</summary>
public sealed class WallScreensService(
    AccountsDatabase database, [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    /// <summary>Longest name of a place.</summary>
    public const int LongestPlace = 80;

    private static readonly TimeSpan s_life = TimeSpan.FromHours(24);

    /// <summary>Every screen, those in use first.</summary>
    public async Task<IReadOnlyList<WallScreen>> AllAsync(CancellationToken cancellationToken) =>
        await database.WallScreens.AsNoTracking()
            .OrderBy(screen => screen.RevokedAt != null).ThenBy(screen => screen.Place)
            .ToListAsync(cancellationToken);

    /// <summary>Makes a screen. Returns the secret of its link, which is not kept.</summary>
    public async Task<string> MakeAsync(string place, string madeBy, CancellationToken cancellationToken)
    {
        var (shown, kept) = OneTimeSecret.New();
        var now = clock.GetUtcNow();
        database.WallScreens.Add(new WallScreen
        {
            Place = place,
            SecretHash = kept,
            SecretExpiresAt = now + s_life,
            MadeBy = madeBy,
            MadeAt = now,
        });
        await database.SaveChangesAsync(cancellationToken);
        return shown;
    }

    /// <summary>
    /// Makes a new link of a screen; the old one can no longer be opened, and the screen that shows the wall goes on
    /// until the new one is. Null when there is no such screen in use.
    /// </summary>
    public async Task<string?> RenewAsync(Guid id, CancellationToken cancellationToken)
    {
        var (shown, kept) = OneTimeSecret.New();
        var expires = clock.GetUtcNow() + s_life;
        var renewed = await database.WallScreens.Where(screen => screen.Id == id && screen.RevokedAt == null)
            .ExecuteUpdateAsync(
                screen => screen.SetProperty(one => one.SecretHash, kept)
                    .SetProperty(one => one.SecretExpiresAt, expires),
                cancellationToken);
        return renewed == 1 ? shown : null;
    }

    /// <summary>Takes a screen back: it loses the wall within a minute. False when there was none in use.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await database.WallScreens.Where(screen => screen.Id == id && screen.RevokedAt == null)
            .ExecuteUpdateAsync(
                screen => screen.SetProperty(one => one.RevokedAt, now)
                    .SetProperty(one => one.SecretHash, (string?)null),
                cancellationToken) == 1;
    }

    /// <summary>Maker of the link of the first start.</summary>
    public const string FirstStart = "first start";

    /// <summary>
    /// The secret of a link for the screen in front of whoever starts the server first; null once any screen was opened
    /// or made by somebody. A link of an earlier start ends.
    /// </summary>
    public async Task<string?> FirstAsync(CancellationToken cancellationToken)
    {
        var all = await database.WallScreens.AsNoTracking().ToListAsync(cancellationToken);
        if (all.Count == 0)
        {
            return await MakeAsync("First screen", FirstStart, cancellationToken);
        }

        return all is [{ OpenedAt: null, RevokedAt: null, MadeBy: FirstStart } first]
            ? await RenewAsync(first.Id, cancellationToken)
            : null;
    }

    /// <summary>The screen whose link it is; null when the link does not work (any more). It uses nothing up.</summary>
    public async Task<WallScreen?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(secret);
        var found = await database.WallScreens.AsNoTracking().SingleOrDefaultAsync(
            screen => screen.SecretHash == hash && screen.RevokedAt == null, cancellationToken);
        return found is not null && found.SecretExpiresAt > clock.GetUtcNow() ? found : null;
    }

    /// <summary>
    /// Opens a link, once: of two who try at the same time one succeeds. Null when it does not work (any more).
    /// </summary>
    public async Task<WallScreen?> OpenAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(secret);
        var now = clock.GetUtcNow();
        if (await FindAsync(secret, cancellationToken) is not { } found)
        {
            return null;
        }

        var stamp = Guid.NewGuid();
        var opened = await database.WallScreens.Where(screen => screen.Id == found.Id && screen.SecretHash == hash)
            .ExecuteUpdateAsync(
                screen => screen.SetProperty(one => one.SecretHash, (string?)null)
                    .SetProperty(one => one.Stamp, stamp)
                    .SetProperty(one => one.OpenedAt, now),
                cancellationToken);
        found.Stamp = stamp;
        return opened == 1 ? found : null;
    }

    /// <summary>Whether a screen's cookie still opens the wall.</summary>
    public Task<bool> IsOpenAsync(Guid id, Guid stamp, CancellationToken cancellationToken) =>
        database.WallScreens.AnyAsync(
            screen => screen.Id == id && screen.Stamp == stamp && screen.RevokedAt == null, cancellationToken);
}
