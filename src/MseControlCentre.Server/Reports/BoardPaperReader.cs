using MseControlCentre.Domain.Reports;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Reports;

/// <summary>Reads a whole journal for the figures of a month.</summary>
public static class BoardPaperReader
{
    /// <summary>Reads. Null when the journal holds no network.</summary>
    /// <exception cref="JournalUnavailableException">An entry is damaged; the message names the first.</exception>
    /// <exception cref="InvalidOperationException">An entry cannot be applied.</exception>
    public static async Task<BoardPaper?> ReadAsync(
        IJournalReader journal, CalendarMonth month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var fold = new BoardPaperFold(month);
        await foreach (var batch in journal.ReadAsync(0, cancellationToken))
        {
            foreach (var entry in batch)
            {
                fold.Apply(entry);
            }
        }

        return fold.Paper();
    }
}
