using MseControlCentre.Domain;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// The one live <see cref="ControlCentre"/> of this node, behind a lock: the apply loop writes, everybody else asks for
/// something immutable. A question never waits for more than one slice of a batch.
/// </summary>
public sealed class LiveState : IPictureSource
{
    /// <summary>Entries applied before others get a turn.</summary>
    private const int SliceLength = 1024;

    private readonly Lock _gate = new();
    private ControlCentre _centre = new();
    private (long Sequence, string Hash) _hash = (-1, "");
    private TaskCompletionSource? _applied;

    /// <inheritdoc />
    public long Sequence
    {
        get
        {
            lock (_gate)
            {
                return _centre.Sequence;
            }
        }
    }

    /// <summary>The last entry that was applied, and when it was recorded.</summary>
    public (long Sequence, DateTimeOffset RecordedAt) Reached
    {
        get
        {
            lock (_gate)
            {
                return (_centre.Sequence, _centre.RecordedAt);
            }
        }
    }

    /// <summary>The network in force; null until one has been adopted.</summary>
    public NetworkMap? Network
    {
        get
        {
            lock (_gate)
            {
                return _centre.Network;
            }
        }
    }

    /// <summary>The newest version of every OPEL rule set that was adopted.</summary>
    public IReadOnlyList<AdoptedOpelRuleSet> OpelRuleSets
    {
        get
        {
            lock (_gate)
            {
                return _centre.OpelRuleSets;
            }
        }
    }

    /// <summary>Takes over a state read from a snapshot, before anything is applied.</summary>
    public void Restore(ControlCentre centre)
    {
        lock (_gate)
        {
            _centre = centre;
        }
    }

    /// <summary>Applies entries in order.</summary>
    /// <exception cref="InvalidOperationException">
    /// A broken invariant: this node must stop. The message names the entry.
    /// </exception>
    public void Apply(IReadOnlyList<JournalEntry> entries)
    {
        for (var start = 0; start < entries.Count; start += SliceLength)
        {
            var end = Math.Min(start + SliceLength, entries.Count);
            lock (_gate)
            {
                for (var index = start; index < end; index++)
                {
                    Apply(entries[index]);
                }

                _applied?.SetResult();
                _applied = null;
            }
        }
    }

    private void Apply(JournalEntry entry)
    {
        try
        {
            _centre.Apply(entry);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"Entry {entry.Sequence} ({entry.Event.Kind} of {entry.Event.Source}, recorded at "
                + $"{entry.RecordedAt:O}) cannot be applied, so this node stops: {exception.Message} "
                + "Run verify-journal on the data directory, and report what it prints.",
                exception);
        }
    }

    /// <inheritdoc />
    public Picture PictureAt(DateTimeOffset at)
    {
        lock (_gate)
        {
            return _centre.PictureAt(at < _centre.RecordedAt ? _centre.RecordedAt : at);
        }
    }

    /// <summary>The delayed discharges of an instant; never earlier than the last entry.</summary>
    /// <returns>The instant they are of, and them, longest delay first.</returns>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public (DateTimeOffset At, IReadOnlyList<DelayedDischarge> Delays) DelayedDischarges(
        DateTimeOffset at, DelayedDischargeFilter filter)
    {
        lock (_gate)
        {
            var known = at < _centre.RecordedAt ? _centre.RecordedAt : at;
            return (known, _centre.DelayedDischargesAt(known, filter));
        }
    }

    /// <summary>The patients behind a site's figures; never of earlier than the last entry.</summary>
    /// <returns>Null when there is no such site.</returns>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public SitePatients? PatientsAt(string site, DateTimeOffset at)
    {
        lock (_gate)
        {
            return _centre.PatientsAt(site, at < _centre.RecordedAt ? _centre.RecordedAt : at);
        }
    }

    /// <summary>A figure with what is behind it, never earlier than the last entry; null when there is none.</summary>
    public FigureEvidence? EvidenceAt(string figureId, DateTimeOffset at, int most)
    {
        lock (_gate)
        {
            return _centre.Network is null
                ? null
                : _centre.EvidenceAt(figureId, at < _centre.RecordedAt ? _centre.RecordedAt : at, most);
        }
    }

    /// <summary>Every open escalation and those that ended in the last days, by identity.</summary>
    public IReadOnlyList<Escalation> Escalations()
    {
        lock (_gate)
        {
            return _centre.Escalations();
        }
    }

    /// <summary>
    /// Every call that is open, those of the last days and those of which something is owed, newest first.
    /// </summary>
    public IReadOnlyList<Call> Calls()
    {
        lock (_gate)
        {
            return _centre.Calls();
        }
    }

    /// <summary>What the state gives for the pack of a call; never of earlier than the last entry.</summary>
    /// <returns>Null before a network is adopted, and while the pack would look back on what has not begun.</returns>
    public PackFacts? PackFactsAt(DateTimeOffset at, DateTimeOffset since)
    {
        lock (_gate)
        {
            var known = at < _centre.RecordedAt ? _centre.RecordedAt : at;
            return _centre.Network is null || since >= known ? null : _centre.PackFactsAt(known, since);
        }
    }

    /// <summary>
    /// What the state gives for the pack of a call of an instant that has just passed; null when an entry was recorded
    /// since, so that the state is no longer of that instant, and before a network is adopted.
    /// </summary>
    public PackFacts? PackFactsOf(DateTimeOffset at, DateTimeOffset since)
    {
        lock (_gate)
        {
            return _centre.Network is null || since >= at || _centre.RecordedAt > at
                ? null
                : _centre.PackFactsAt(at, since);
        }
    }

    /// <summary>
    /// Completes when an entry has been applied, so that who made it sees it on the next page.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was not applied before it was cancelled.</exception>
    public async Task AppliedAsync(long sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task applied;
            lock (_gate)
            {
                if (_centre.Sequence >= sequence)
                {
                    return;
                }

                applied = (_applied ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                    .Task;
            }

            await applied.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Every declaration in force, with its corrections.</summary>
    public IReadOnlyList<DeclaredFigures> DeclaredFigures()
    {
        lock (_gate)
        {
            return _centre.DeclaredFigures();
        }
    }

    /// <summary>The state hash and the entry it belongs to; computed once for each entry asked about.</summary>
    public (long Sequence, string Hash) StateHash()
    {
        lock (_gate)
        {
            if (_hash.Sequence != _centre.Sequence)
            {
                _hash = (_centre.Sequence, _centre.StateHash());
            }

            return _hash;
        }
    }

    /// <summary>The state as of the last entry, for keeping.</summary>
    public JournalSnapshot Snapshot()
    {
        lock (_gate)
        {
            return new JournalSnapshot(_centre.Sequence, _centre.RecordedAt, StateHash().Hash, _centre.Save());
        }
    }
}
