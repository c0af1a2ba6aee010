using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>Links that work once, for a day: who has one makes an account, or gives theirs a new password.</summary>
public sealed class OneTimeLinks(
    AccountsDatabase database, [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    private static readonly TimeSpan s_life = TimeSpan.FromHours(24);
    private static readonly FieldError s_used = new(null, "This link has been used already. Ask for another.");

    /// <summary>Makes a link; its secret is not kept.</summary>
    /// <param name="link">Gives the link for the hash of its secret and its end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string> MakeAsync(
        Func<string, DateTimeOffset, Invitation> link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var (shown, kept) = OneTimeSecret.New();
        database.Invitations.Add(link(kept, clock.GetUtcNow() + s_life));
        await database.SaveChangesAsync(cancellationToken);
        return shown;
    }

    /// <summary>Ends those of some links that still work. Returns how many did.</summary>
    public Task<int> EndAsync(IQueryable<Invitation> links, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return links.Where(link => link.EndedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(one => one.EndedAt, now), cancellationToken);
    }

    /// <summary>The link with a secret; null when there is none, or it was used, taken back or is too old.</summary>
    public async Task<Invitation?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(secret);
        var found = await database.Invitations.AsNoTracking().SingleOrDefaultAsync(
            link => link.SecretHash == hash && link.EndedAt == null, cancellationToken);
        return found is not null && found.ExpiresAt > clock.GetUtcNow() ? found : null;
    }

    /// <summary>
    /// Does what a link is for and ends the link, both or neither. What is wrong is returned in words; the link then
    /// still works.
    /// </summary>
    public async Task<IReadOnlyList<FieldError>> UseAsync(
        Invitation link, Func<Task<IReadOnlyList<FieldError>>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(act);
        await using var all = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await EndAsync(database.Invitations.Where(one => one.Id == link.Id), cancellationToken) == 0)
        {
            return [s_used];
        }

        var wrong = await act();
        if (wrong.Count == 0)
        {
            await all.CommitAsync(CancellationToken.None);
        }

        return wrong;
    }
}
