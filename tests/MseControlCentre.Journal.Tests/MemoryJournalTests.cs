using MseControlCentre.Journal.Memory;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests;

public sealed class MemoryJournalTests
{
    [Fact]
    public async Task Append_BeyondTheCapacity_IsRefusedAndNothingIsForgotten()
    {
        await using var journal = new MemoryJournal(new ManualClock(), capacity: 3);
        await journal.AppendAsync(Sample.Events(2));

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => journal.AppendAsync(Sample.Events(2, "more")));

        Assert.Contains("holds 2 of 3 entries and 2 more were sent", exception.Message, StringComparison.Ordinal);
        Assert.Equal("m1 m2", (await journal.ReadAllAsync()).Ids());
    }
}
