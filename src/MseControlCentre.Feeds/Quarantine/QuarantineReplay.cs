using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Quarantine;

/// <summary>What became of a replayed entry.</summary>
public enum ReplayOutcome
{
    /// <summary>Its events are in the journal now.</summary>
    Accepted,

    /// <summary>Its events had been accepted before, for instance because the sender sent it again.</summary>
    AlreadyKnown,

    /// <summary>It is understood now, and changes nothing on the board.</summary>
    Ignored,

    /// <summary>It still has a fault, and stays in quarantine.</summary>
    StillRejected,
}

/// <summary>The outcome for one entry.</summary>
/// <param name="EntryId">Identity of the entry.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Rejection">Why it still cannot be taken.</param>
public sealed record ReplayedEntry(string EntryId, ReplayOutcome Outcome, Rejection? Rejection = null);

/// <summary>
/// Maps quarantined messages again, with the network file that is in force now. What becomes durable is marked as
/// replayed; what still has a fault stays.
/// </summary>
public sealed class QuarantineReplay(
    QuarantineStore store, Hl7Mapper mapper, EventReader reader, IJournal journal, FeedMonitor monitor,
        TimeProvider time)
{
    private const string AskSender =
        "; the copy does not hold what was found there: ask the sender to mend the message and send it again";

    /// <summary>Replays every waiting entry, oldest first.</summary>
    /// <exception cref="JournalUnavailableException">
    /// The journal cannot be written now; what was replayed before stays replayed.
    /// </exception>
    public async Task<IReadOnlyList<ReplayedEntry>> ReplayAsync(CancellationToken cancellationToken)
    {
        var outcomes = new List<ReplayedEntry>();
        foreach (var entry in store.Waiting())
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.Add(await ReplayAsync(entry));
        }

        return outcomes;
    }

    /// <summary>
    /// Replays some of the waiting entries, oldest first; what no longer waits is passed over. Cut off at any point,
    /// what was not marked yet stays: replayed again, it is already known.
    /// </summary>
    /// <param name="ids">Identities of the entries.</param>
    /// <param name="told">Told of each outcome as soon as it stands.</param>
    /// <param name="cancellationToken">Stops before the next entry.</param>
    /// <exception cref="JournalUnavailableException">
    /// The journal cannot be written now; what was replayed before stays replayed.
    /// </exception>
    public async Task ReplayAsync(
        IReadOnlySet<string> ids, Action<ReplayedEntry> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        foreach (var entry in store.Read(ids))
        {
            cancellationToken.ThrowIfCancellationRequested();
            told(await ReplayAsync(entry));
        }
    }

    private async ValueTask<ReplayedEntry> ReplayAsync(QuarantineEntry entry)
    {
        var now = time.GetUtcNow();
        if (entry.NeedsSender)
        {
            var reason = entry.Reason with { Expected = entry.Reason.Expected + AskSender };
            return new ReplayedEntry(entry.Id, ReplayOutcome.StillRejected, reason);
        }

        var (events, ignored, rejection) = entry.Door == FeedDoor.Hl7v2
            ? QuarantineCopy.Read(entry, mapper, now)
            : QuarantineCopy.Read(entry, reader, now);
        if (rejection is not null)
        {
            return new ReplayedEntry(entry.Id, ReplayOutcome.StillRejected, rejection);
        }

        var outcome = ignored ? ReplayOutcome.Ignored : await AppendAsync(events);
        store.MarkReplayed(entry.Id, now, outcome.ToString());
        return new ReplayedEntry(entry.Id, outcome);
    }

    private async ValueTask<ReplayOutcome> AppendAsync(IReadOnlyList<FlowEvent> events)
    {
        var outcomes = await journal.AppendAllAsync(events);
        var known = outcomes.Count(outcome => outcome == AppendOutcome.AlreadyKnown);
        monitor.Replayed(events[0].Source, events.Count - known, known);
        return known == events.Count ? ReplayOutcome.AlreadyKnown : ReplayOutcome.Accepted;
    }
}
