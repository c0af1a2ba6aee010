using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>Adds to a file of accounts that an earlier version made what it did not know yet.</summary>
internal static class AccountsUpgrade
{
    /// <summary>Adds what is missing; nothing to a file that has it all.</summary>
    public static async Task RunAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        // A command may open the file while the server does: whoever is second sees the column.
        await using var all = await database.BeginTransactionAsync(cancellationToken);
        var columns = await database
            .SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('AspNetUsers')")
            .ToListAsync(cancellationToken);
        if (!columns.Contains(nameof(Account.LastSignedInAt), StringComparer.Ordinal))
        {
            await database.ExecuteSqlRawAsync(
                "ALTER TABLE AspNetUsers ADD COLUMN LastSignedInAt TEXT NULL", cancellationToken);
        }

        await all.CommitAsync(cancellationToken);
    }
}
