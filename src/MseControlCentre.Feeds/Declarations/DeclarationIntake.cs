using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>Makes declarations durable, all of them or none, and counts them.</summary>
public sealed class DeclarationIntake(IJournal journal, FeedMonitor monitor)
{
    /// <summary>Makes declarations durable.</summary>
    /// <param name="events">At most as many as one append of the journal takes.</param>
    /// <returns>How many are new, and how many had been accepted before.</returns>
    /// <exception cref="JournalUnavailableException">They cannot be made durable now. None was.</exception>
    public async Task<(int Accepted, int AlreadyKnown)> TakeAsync(IReadOnlyList<FlowEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
        {
            return (0, 0);
        }

        var result = await journal.AppendAsync(events, CancellationToken.None);
        var known = result.Outcomes.Count(outcome => outcome == AppendOutcome.AlreadyKnown);
        monitor.Accepted(
            events[0].Source, events.Count - known, known, events.Max(one => one.OccurredAt));
        return (events.Count - known, known);
    }

    /// <summary>Makes a correction durable. It is the server's own event and no feed's.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now.</exception>
    public async Task TakeCorrectionAsync(FlowEvent correction) =>
        await journal.AppendAsync([correction], CancellationToken.None);

    /// <summary>Counts a declaration or file that was refused.</summary>
    /// <param name="feed">The feed of declarations; null when the network has none.</param>
    /// <param name="reason">Form and column, never a value.</param>
    public void Refused(string? feed, string reason) => monitor.Rejected(feed, reason);

    /// <summary>Counts a sender who was not let in.</summary>
    /// <param name="feed">The feed of declarations; null when the sender showed nothing.</param>
    /// <param name="reason">What was wrong with the sender.</param>
    public void TurnedAway(string? feed, string reason) => monitor.TurnedAway(feed, reason);
}
