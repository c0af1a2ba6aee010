using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>A snapshot that is not whole is passed over: what counts is the state the journal tells.</summary>
public sealed class StateRestorerTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly MemoryJournal _journal;
    private readonly List<JournalSnapshot> _shelf = [];

    public StateRestorerTests() => _journal = new MemoryJournal(_clock);

    [Fact]
    public async Task Restore_WithAWholeSnapshot_StartsThere()
    {
        await TellAsync(6, keepAt: 4);

        Assert.Equal(4, (await RestoreAsync()).Sequence);
    }

    [Fact]
    public async Task Restore_WhenTheNewestHasAnotherHash_UsesTheOneBefore()
    {
        await TellAsync(6, keepAt: 2);
        var recordedAt = await RecordedAtAsync(4);
        _shelf.Add(_shelf[0] with { Sequence = 4, RecordedAt = recordedAt, StateHash = new string('0', 64) });

        Assert.Equal(2, (await RestoreAsync()).Sequence);
    }

    [Fact]
    public async Task Restore_WhenTheNewestIsNewerThanTheJournal_UsesTheOneBefore()
    {
        await TellAsync(6, keepAt: 2);
        _shelf.Add(_shelf[0] with { Sequence = 99, RecordedAt = _clock.GetUtcNow() });

        Assert.Equal(2, (await RestoreAsync()).Sequence);
    }

    [Fact]
    public async Task Restore_WhenTheOnlyOneIsDamaged_StartsWithNothing()
    {
        await TellAsync(6, keepAt: 4);
        _shelf[0] = _shelf[0] with { State = new byte[] { 1, 0, 0, 0, 255, 255 } };

        Assert.Equal(0, (await RestoreAsync()).Sequence);
    }

    [Fact]
    public async Task Restore_WhicheverByteIsDamaged_EndsInTheStateOfTheJournal()
    {
        await TellAsync(6, keepAt: 4);
        var whole = _shelf[0].State.ToArray();
        var expected = await ReplayAsync(new ControlCentre());
        for (var index = 0; index < whole.Length; index += Math.Max(1, whole.Length / 150))
        {
            var damaged = whole.ToArray();
            damaged[index] ^= 0x5A;
            _shelf[0] = _shelf[0] with { State = damaged };

            Assert.Equal(expected, await ReplayAsync(await RestoreAsync()));
        }
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private async Task TellAsync(int arrivals, long keepAt)
    {
        var centre = new ControlCentre();
        await _journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        for (var number = 0; number < arrivals; number++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await _journal.AppendAsync(
                [
                    new FlowEvent
                    {
                        Source = "eeast-cad",
                        MessageId = $"m{number}",
                        OccurredAt = _clock.GetUtcNow(),
                        Site = "RAJ12",
                        Detail = new AmbulanceArrived($"c_{number}"),
                    },
                ],
                CancellationToken.None);
        }

        await foreach (var entry in EntriesAsync(0))
        {
            centre.Apply(entry);
            if (entry.Sequence == keepAt)
            {
                _shelf.Add(new JournalSnapshot(keepAt, entry.RecordedAt, centre.StateHash(), centre.Save()));
            }
        }
    }

    private async Task<DateTimeOffset> RecordedAtAsync(long sequence)
    {
        await foreach (var entry in EntriesAsync(sequence - 1))
        {
            return entry.RecordedAt;
        }

        throw new InvalidOperationException("The journal ends before that.");
    }

    private async IAsyncEnumerable<JournalEntry> EntriesAsync(long after)
    {
        await foreach (var batch in _journal.ReadAsync(after, CancellationToken.None))
        {
            foreach (var entry in batch)
            {
                yield return entry;
            }
        }
    }

    private async Task<ControlCentre> RestoreAsync() =>
        await new StateRestorer(new Shelf(_journal, _shelf), NullLogger<StateRestorer>.Instance)
            .RestoreAsync(null, CancellationToken.None);

    private async Task<string> ReplayAsync(ControlCentre centre)
    {
        await foreach (var entry in EntriesAsync(centre.Sequence))
        {
            centre.Apply(entry);
        }

        return centre.StateHash();
    }

    /// <summary>A journal with whatever snapshots a test puts on its shelf, whole or not.</summary>
    private sealed class Shelf(MemoryJournal journal, List<JournalSnapshot> shelf) : IJournalReader
    {
        public long LastSequence => journal.LastSequence;

        public IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
            long after, CancellationToken cancellationToken) =>
            journal.ReadAsync(after, cancellationToken);

        public ValueTask<JournalSnapshot?> LoadSnapshotAsync(
            DateTimeOffset? atOrBefore, CancellationToken cancellationToken) => ValueTask.FromResult(
            shelf.Where(snapshot => snapshot.RecordedAt <= (atOrBefore ?? DateTimeOffset.MaxValue))
                .MaxBy(snapshot => snapshot.Sequence));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
