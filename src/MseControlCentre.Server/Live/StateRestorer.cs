using System.Collections.Concurrent;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Reads the newest snapshot that is whole: of this version, no newer than the journal, with the hash it was kept with.
/// A snapshot only saves time, so one that is not whole is passed over for an older one and at last for the journal.
/// </summary>
public sealed class StateRestorer(IJournalReader journal, ILogger<StateRestorer> logger)
{
    // Hashes of the snapshots that were whole: the journal checks that their bytes are still the same, and the same
    // bytes give the same state. Bound: the snapshots of the journal that were looked at.
    private readonly ConcurrentDictionary<long, string> _whole = new();

    /// <summary>The state of the newest whole snapshot recorded at or before a time, or an empty one.</summary>
    public async Task<ControlCentre> RestoreAsync(DateTimeOffset? atOrBefore, CancellationToken cancellationToken)
    {
        while (await journal.LoadSnapshotAsync(atOrBefore, cancellationToken) is { } snapshot)
        {
            if (Read(snapshot) is { } centre)
            {
                return centre;
            }

            atOrBefore = snapshot.RecordedAt - TimeSpan.FromTicks(1);
        }

        return new ControlCentre();
    }

    /// <summary>The network that the journal adopted last; null when it has adopted none.</summary>
    public async Task<NetworkMap?> RestoreNetworkAsync(CancellationToken cancellationToken)
    {
        var centre = await RestoreAsync(null, cancellationToken);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, cancellationToken))
        {
            foreach (var entry in batch.Where(entry => entry.Event.Detail is NetworkAdopted))
            {
                centre.ApplyOutOfSequence(entry);
            }
        }

        return centre.Network;
    }

    private ControlCentre? Read(JournalSnapshot snapshot)
    {
        if (snapshot.Sequence > journal.LastSequence)
        {
            logger.LogWarning(
                "The snapshot at entry {Sequence} is newer than the journal, which ends at {Last}; "
                + "an older one is used.",
                snapshot.Sequence,
                journal.LastSequence);
            return null;
        }

        try
        {
            var centre = ControlCentre.Load(snapshot.State);
            var hash = _whole.GetOrAdd(snapshot.Sequence, _ => centre.StateHash());
            if (string.Equals(hash, snapshot.StateHash, StringComparison.Ordinal))
            {
                return centre;
            }

            _whole.TryRemove(snapshot.Sequence, out _);

            logger.LogWarning(
                "The snapshot at entry {Sequence} does not have the hash it was kept with; an older one is used.",
                snapshot.Sequence);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever bytes do to their reader, the journal itself tells the state.
            logger.LogWarning(
                "The snapshot at entry {Sequence} cannot be read ({Reason}); an older one is used.",
                snapshot.Sequence,
                exception.Message);
        }

        return null;
    }
}
