using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds;

/// <summary>Hands over to the journal what a sender sent together.</summary>
internal static class JournalAppends
{
    /// <summary>
    /// Makes any number of events durable, in appends as large as the journal takes. Not cancelled when the sender goes
    /// away: what is handed to the journal stays handed in.
    /// </summary>
    /// <returns>An outcome for each event, in their order.</returns>
    /// <exception cref="JournalUnavailableException">The events cannot be made durable now.</exception>
    public static async ValueTask<IReadOnlyList<AppendOutcome>> AppendAllAsync(
        this IJournal journal, IReadOnlyList<FlowEvent> events)
    {
        if (events.Count <= JournalLimits.EventsInOneAppend)
        {
            return (await journal.AppendAsync(events, CancellationToken.None)).Outcomes;
        }

        var outcomes = new List<AppendOutcome>(events.Count);
        foreach (var some in events.Chunk(JournalLimits.EventsInOneAppend))
        {
            outcomes.AddRange((await journal.AppendAsync(some, CancellationToken.None)).Outcomes);
        }

        return outcomes;
    }
}
