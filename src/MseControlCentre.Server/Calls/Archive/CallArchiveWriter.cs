using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Indexes;

namespace MseControlCentre.Server.Calls.Archive;

/// <summary>The one writer of the archive: the events of each call, and beside them what a list shows of it.</summary>
/// <param name="path">The archive; it is made when it is missing or damaged.</param>
public sealed class CallArchiveWriter(string path) : IIndexWriter
{
    private const string AddEntry = """
        INSERT OR IGNORE INTO entry VALUES ($sequence, $call, $source, $message, $occurred_at, $site, $kind, $detail)
        """;

    private const string AddCall = """
        INSERT OR REPLACE INTO call VALUES ($id, $kind, $name, $starts_at, $state, $chair, $closed_at, $actions, $owed,
          $words)
        """;

    private static readonly IndexForm s_form = new(2, """
        CREATE TABLE entry (
          sequence INTEGER PRIMARY KEY, call TEXT NOT NULL, source TEXT NOT NULL, message TEXT NOT NULL,
          occurred_at INTEGER NOT NULL, site TEXT NOT NULL, kind TEXT NOT NULL, detail BLOB NOT NULL) STRICT;
        CREATE INDEX entry_by_call ON entry (call);
        CREATE TABLE call (
          id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, starts_at INTEGER NOT NULL, state TEXT NOT NULL,
          chair TEXT, closed_at INTEGER, actions INTEGER NOT NULL, owed INTEGER NOT NULL, words TEXT NOT NULL) STRICT;
        CREATE INDEX call_by_start ON call (starts_at);
        """);

    private readonly IndexFile _file = IndexFile.Open(path, s_form);

    /// <inheritdoc />
    public IndexMark Reached() => _file.Reached();

    /// <inheritdoc />
    public void Add(IReadOnlyList<JournalEntry> entries, JournalEntry last)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _file.Write(last, () =>
        {
            using var add = _file.Command(AddEntry);
            foreach (var entry in entries)
            {
                Run(add, entry);
            }

            using var call = _file.Command(AddCall);
            foreach (var id in entries.Select(CallOf).Distinct(StringComparer.Ordinal))
            {
                if (Told(id) is { } told)
                {
                    Run(call, told);
                }
            }
        });
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    // The row of a list needs no pack, and packs are large.
    private Call? Told(string id)
    {
        using var command = _file.Command(CallArchiveRows.EntriesOf + " AND kind <> $pack");
        command.Parameters.AddWithValue("$call", id);
        command.Parameters.AddWithValue("$pack", nameof(CallPackKept));
        return CallFold.Of(CallArchiveRows.Events(command));
    }

    private static string CallOf(JournalEntry entry) => ((CallEvent)entry.Event.Detail).Call;

    private static void Run(SqliteCommand command, JournalEntry entry) => IndexFile.Run(
        command,
        ("$sequence", entry.Sequence),
        ("$call", CallOf(entry)),
        ("$source", entry.Event.Source),
        ("$message", entry.Event.MessageId),
        ("$occurred_at", entry.Event.OccurredAt.UtcTicks),
        ("$site", entry.Event.Site),
        ("$kind", entry.Event.Kind),
        ("$detail", EventCatalogue.Encode(entry.Event.Detail)));

    private static void Run(SqliteCommand command, Call call) => IndexFile.Run(
        command,
        ("$id", call.Id),
        ("$kind", call.Kind.ToString()),
        ("$name", call.Name),
        ("$starts_at", call.StartsAt.UtcTicks),
        ("$state", call.State.ToString()),
        ("$chair", call.Chair?.Name),
        ("$closed_at", call.Closed is null ? null : call.EndedAt?.UtcTicks),
        ("$actions", call.Actions.Count),
        ("$owed", call.Actions.Count(action => action.State is CallActionState.Owed)),
        ("$words", string.Join('\n', call.Name, call.Opened.Reason, call.Closed?.Summary, call.NotHeld?.Reason)));
}
