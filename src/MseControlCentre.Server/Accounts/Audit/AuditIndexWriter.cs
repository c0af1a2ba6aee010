using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>The one writer of the audit's index. Adding an act again changes nothing.</summary>
public sealed class AuditIndexWriter : IDisposable
{
    private const string AddAct = """
        INSERT OR IGNORE INTO act VALUES ($sequence, $server_time, $board_time, $act, $allowed, $actor, $name, $roles,
          $operation, $site, $organisation, $feed, $address, $page, $answer, $words, $times)
        """;

    private const string AddPerson =
        "INSERT INTO person VALUES ($actor, $name) ON CONFLICT (id) DO UPDATE SET name = excluded.name";

    private const string Reach =
        "UPDATE reached SET sequence = $sequence, act_sequence = $act, act_message = $message";

    private readonly SqliteConnection _connection;

    /// <summary>Opens the index, and makes it when it is missing or damaged.</summary>
    public AuditIndexWriter(string path) => _connection = AuditIndexSchema.Open(path);

    /// <summary>How far it has read: the entry, and the last act with its message, by which its journal is known.</summary>
    public (long Sequence, long ActSequence, string ActMessage) Reached()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT sequence, act_sequence, act_message FROM reached";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1), row.GetString(2));
    }

    /// <summary>Adds acts, all or none, and with them how far the journal has been read.</summary>
    public void Add(IReadOnlyList<JournalEntry> acts, long reached)
    {
        using var transaction = _connection.BeginTransaction();
        using var add = Command(AddAct);
        using var person = Command(AddPerson);
        foreach (var entry in acts)
        {
            var act = (AccessRecorded)entry.Event.Detail;
            Run(add, entry, act);
            if (act.Actor is { } id)
            {
                Run(person, ("$actor", id), ("$name", act.ActorName ?? id));
            }
        }

        using var reach = Command(Reach);
        Run(reach, ("$sequence", reached), ("$act", acts[^1].Sequence), ("$message", acts[^1].Event.MessageId));
        transaction.Commit();
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static void Run(SqliteCommand command, JournalEntry entry, AccessRecorded act) => Run(
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

    private static void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
