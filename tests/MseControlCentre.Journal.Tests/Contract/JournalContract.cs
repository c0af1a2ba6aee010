using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Contract;

/// <summary>
/// What every journal must do, whatever it is stored in. A store joins by deriving each contract class and opening
/// its journal; one that survives a restart says so and is opened again where the contract needs it.
/// </summary>
public abstract class JournalContract : IAsyncLifetime
{
    /// <summary>The clock of the journal under test.</summary>
    protected ManualClock Clock { get; } = new();

    /// <summary>The journal under test.</summary>
    protected IJournal Journal { get; private set; } = null!;

    /// <summary>Whether entries are still there when the journal is opened again.</summary>
    protected abstract bool Survives { get; }

    /// <inheritdoc />
    public async Task InitializeAsync() => Journal = await OpenAsync();

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Journal.DisposeAsync();
        await RemoveAsync();
    }

    /// <summary>Opens the journal, which is empty the first time.</summary>
    protected abstract Task<IJournal> OpenAsync();

    /// <summary>Removes what the journal leaves behind.</summary>
    protected abstract Task RemoveAsync();

    /// <summary>Closes and opens the journal; a journal that does not survive this goes on as it is.</summary>
    protected async Task ReopenAsync()
    {
        if (Survives)
        {
            await Journal.DisposeAsync();
            Journal = await OpenAsync();
        }
    }
}
