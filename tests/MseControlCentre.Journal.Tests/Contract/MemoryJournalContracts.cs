using MseControlCentre.Journal.Memory;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Contract;

public sealed class MemoryAppendTests : AppendContract
{
    protected override bool Survives => false;

    protected override Task<IJournal> OpenAsync() => InMemory.OpenAsync(Clock);

    protected override Task RemoveAsync() => Task.CompletedTask;
}

public sealed class MemoryFollowTests : FollowContract
{
    protected override bool Survives => false;

    protected override Task<IJournal> OpenAsync() => InMemory.OpenAsync(Clock);

    protected override Task RemoveAsync() => Task.CompletedTask;
}

public sealed class MemorySnapshotTests : SnapshotContract
{
    protected override bool Survives => false;

    protected override Task<IJournal> OpenAsync() => InMemory.OpenAsync(Clock);

    protected override Task RemoveAsync() => Task.CompletedTask;
}

internal static class InMemory
{
    public static Task<IJournal> OpenAsync(ManualClock clock) => Task.FromResult<IJournal>(new MemoryJournal(clock));
}
