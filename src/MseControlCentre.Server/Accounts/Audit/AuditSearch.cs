using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Indexes;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Searches the audit's index.</summary>
public static class AuditSearch
{
    private const string Columns = """
        sequence, server_time, board_time, act, allowed, actor, name, roles, operation, site, organisation, feed,
        address, page, answer, words, times
        """;

    /// <summary>The newest acts that match, at most so many, newest first.</summary>
    /// <param name="connection">The index.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="before">Only those before this place in the journal; null for the newest.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<AuditedAct> Find(
        SqliteConnection connection, AuditAsked asked, long? before, int most)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(asked);
        using var command = connection.CreateCommand();
        var conditions = Conditions(asked, before, command);
        command.CommandText =
            $"SELECT {Columns} FROM act {conditions} ORDER BY sequence DESC LIMIT {most}";
        using var rows = command.ExecuteReader();
        var found = new List<AuditedAct>();
        while (rows.Read())
        {
            found.Add(Of(rows));
        }

        return found;
    }

    /// <summary>Everybody who did anything, by name.</summary>
    public static IReadOnlyList<AuditedPerson> People(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, name FROM person ORDER BY name COLLATE NOCASE, id";
        using var rows = command.ExecuteReader();
        var people = new List<AuditedPerson>();
        while (rows.Read())
        {
            people.Add(new AuditedPerson(rows.GetString(0), rows.GetString(1)));
        }

        return people;
    }

    private static string Conditions(AuditAsked asked, long? before, SqliteCommand command)
    {
        var all = new List<string>();
        Add("sequence < $before", "$before", before);
        Add("actor = $actor", "$actor", asked.Actor);
        // One or the other: an OR would read every act of it before it sorts them.
        Add(Enum.TryParse<Operation>(asked.What, out _) ? "operation = $what" : "act = $what", "$what", asked.What);
        Add("site = $site", "$site", asked.Site);
        Add("allowed = $allowed", "$allowed", asked.Allowed is { } allowed ? (allowed ? 1 : 0) : null);
        Add("address >= $address AND address < $address || char(1114111)", "$address", asked.Address);
        Add("server_time >= $from", "$from", asked.From?.UtcTicks);
        Add("server_time <= $to", "$to", asked.To?.UtcTicks);
        Add(
            "(words LIKE $text ESCAPE '\\' OR name LIKE $text ESCAPE '\\' OR page LIKE $text ESCAPE '\\')",
            "$text",
            asked.Text is { } text ? IndexFile.Anywhere(text) : null);
        return all.Count == 0 ? string.Empty : "WHERE " + string.Join(" AND ", all);

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                all.Add(condition);
                command.Parameters.AddWithValue(name, value);
            }
        }
    }

    private static AuditedAct Of(SqliteDataReader row)
    {
        var answer = row.IsDBNull(14) ? (int?)null : row.GetInt32(14);
        return new AuditedAct(
            row.GetInt64(0),
            new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
            new AccessRecorded(
                new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero),
                row.GetString(3),
                row.GetInt64(4) != 0,
                Text(5),
                Text(6),
                Text(7),
                Text(8),
                Text(9),
                Text(10),
                Text(11),
                Text(12),
                Text(13),
                answer,
                Text(15),
                row.GetInt32(16)));

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
