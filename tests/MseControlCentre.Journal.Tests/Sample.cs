using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal.Tests;

/// <summary>Events and readings that the tests share.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static FlowEvent Event(string messageId, string source = "basildon-pas") => new()
    {
        Source = source,
        MessageId = messageId,
        OccurredAt = Morning,
        Site = "RAJ12",
        Detail = new PatientAdmitted("v_" + messageId, new Place("ELIZABETH", "B4"), Specialty: "300"),
    };

    public static FlowEvent[] Events(int count, string prefix = "m") =>
        [.. Enumerable.Range(1, count).Select(number => Event($"{prefix}{number}"))];

    public static async Task<List<JournalEntry>> ReadAllAsync(this IJournal journal, long after = 0)
    {
        var entries = new List<JournalEntry>();
        await foreach (var batch in journal.ReadAsync(after, CancellationToken.None))
        {
            Assert.InRange(batch.Count, 1, JournalLimits.EntriesInOneBatch);
            entries.AddRange(batch);
        }

        return entries;
    }

    /// <summary>Follows until so many entries have come.</summary>
    public static async Task<List<JournalEntry>> FollowAsync(
        this IJournal journal, long after, int count, CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntry>();
        await foreach (var batch in journal.FollowAsync(after, cancellationToken))
        {
            entries.AddRange(batch);
            if (entries.Count >= count)
            {
                break;
            }
        }

        return entries;
    }

    /// <summary>The message identities in order, with a space between two.</summary>
    public static string Ids(this IEnumerable<JournalEntry> entries) =>
        string.Join(' ', entries.Select(entry => entry.Event.MessageId));

    public static async Task<AppendResult> AppendAsync(this IJournal journal, params FlowEvent[] events) =>
        await journal.AppendAsync(events, CancellationToken.None);

    /// <summary>Sequences run from a first one without a gap, and recorded time never goes back.</summary>
    public static void AssertInOrder(IReadOnlyList<JournalEntry> entries, long first = 1)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            Assert.Equal(first + index, entries[index].Sequence);
            Assert.True(index == 0 || entries[index].RecordedAt >= entries[index - 1].RecordedAt);
        }
    }
}
