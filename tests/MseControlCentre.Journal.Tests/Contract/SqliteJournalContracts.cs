using MseControlCentre.Journal.Tests.Sqlite;

namespace MseControlCentre.Journal.Tests.Contract;

public sealed class SqliteAppendTests : AppendContract
{
    private readonly JournalFolder _folder = new();

    protected override bool Survives => true;

    protected override async Task<IJournal> OpenAsync() => await _folder.OpenAsync(Clock);

    protected override Task RemoveAsync() => _folder.RemoveAsync();
}

public sealed class SqliteFollowTests : FollowContract
{
    private readonly JournalFolder _folder = new();

    protected override bool Survives => true;

    protected override async Task<IJournal> OpenAsync() => await _folder.OpenAsync(Clock);

    protected override Task RemoveAsync() => _folder.RemoveAsync();
}

public sealed class SqliteSnapshotTests : SnapshotContract
{
    private readonly JournalFolder _folder = new();

    protected override bool Survives => true;

    protected override async Task<IJournal> OpenAsync() => await _folder.OpenAsync(Clock);

    protected override Task RemoveAsync() => _folder.RemoveAsync();
}
