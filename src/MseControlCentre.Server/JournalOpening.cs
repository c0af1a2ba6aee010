using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server;

/// <summary>Opens the journal of a data directory.</summary>
public static class JournalOpening
{
    /// <summary>Opens it.</summary>
    public static Task<IJournal> OpenAsync(DataDirectory data, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Task.FromResult<IJournal>(new MemoryJournal(clock));
    }
}
