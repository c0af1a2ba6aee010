using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Indexes;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>The one writer of the audit's index.</summary>
/// <param name="path">The index; it is made when it is missing or damaged.</param>
public sealed class AuditIndexWriter(string path) : IIndexWriter
{
    private const string AddAct = """
        INSERT OR IGNORE INTO act VALUES ($sequence, $server_time, $board_time, $act, $allowed, $actor, $name, $roles,
          $operation, $site, $organisation, $feed, $address, $page, $answer, $words, $times)
        """;

    private const string AddPerson =
        "INSERT INTO person VALUES ($actor, $name) ON CONFLICT (id) DO UPDATE SET name = excluded.name";

    private static readonly IndexForm s_form = new(3, """
        CREATE TABLE act (
          sequence INTEGER PRIMARY KEY, server_time INTEGER NOT NULL, board_time INTEGER NOT NULL, act TEXT NOT NULL,
          allowed INTEGER NOT NULL, actor TEXT, name TEXT, roles TEXT, operation TEXT, site TEXT, organisation TEXT,
          feed TEXT, address TEXT, page TEXT, answer INTEGER, words TEXT, times INTEGER NOT NULL) STRICT;
        CREATE INDEX act_by_time ON act (server_time);
        CREATE INDEX act_by_actor ON act (actor);
        CREATE INDEX act_by_operation ON act (operation);
        CREATE INDEX act_by_act ON act (act);
        CREATE INDEX act_by_site ON act (site);
        CREATE INDEX act_by_address ON act (address);
        CREATE INDEX act_refused ON act (allowed) WHERE allowed = 0;
        CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
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
            using var add = _file.Command(AddAct);
            using var person = _file.Command(AddPerson);
            foreach (var entry in entries)
            {
                var act = (AccessRecorded)entry.Event.Detail;
                Run(add, entry, act);
                if (act.Actor is { } id)
                {
                    IndexFile.Run(person, ("$actor", id), ("$name", act.ActorName ?? id));
                }
            }
        });
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static void Run(SqliteCommand command, JournalEntry entry, AccessRecorded act) => IndexFile.Run(
        command,
        ("$sequence", entry.Sequence),
        ("$server_time", act.ServerTime.UtcTicks),
        ("$board_time", entry.Event.OccurredAt.UtcTicks),
        ("$act", act.Act),
        ("$allowed", act.Allowed ? 1 : 0),
        ("$actor", act.Actor),
        ("$name", act.ActorName),
        ("$roles", act.Roles),
        ("$operation", act.Operation),
        ("$site", act.Site),
        ("$organisation", act.Organisation),
        ("$feed", act.Feed),
        ("$address", act.Address),
        ("$page", act.Page),
        ("$answer", act.Answer),
        ("$words", act.Words),
        ("$times", act.Times));
}
