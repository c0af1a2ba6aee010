using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Journal.Tests.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Contract;

public sealed class MemoryModelTests : ModelContract
{
    protected override ModelledStore NewStore() => new MemoryStore();

    private sealed class MemoryStore : ModelledStore
    {
        public override Task<IJournal> OpenAsync() => InMemory.OpenAsync(new ManualClock());
    }
}

public sealed class SqliteModelTests : ModelContract
{
    protected override ModelledStore NewStore() => new SqliteStore(new SqliteJournalOptions());
}

/// <summary>Every third identity has the same hash, so that chains of neighbouring keys are walked.</summary>
public sealed class SqliteCollidingModelTests : ModelContract
{
    protected override ModelledStore NewStore() => new SqliteStore(
        new SqliteJournalOptions { IdentityHash = prepared => prepared.Event.MessageId[^1] % 3 });
}

internal sealed class SqliteStore(SqliteJournalOptions options) : ModelledStore
{
    private readonly JournalFolder _folder = new();
    private readonly ManualClock _clock = new();

    public override async Task<IJournal> OpenAsync() => await _folder.OpenAsync(_clock, options);

    public override async Task<IJournal> RestartAsync(IJournal journal)
    {
        await journal.DisposeAsync();
        return await OpenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _folder.RemoveAsync();
    }
}
