using System.Globalization;
using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>The file of the outbox and its tables.</summary>
internal static class OutboxFile
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE reached (only INTEGER PRIMARY KEY CHECK (only = 1), sequence INTEGER NOT NULL,
          message TEXT NOT NULL, began_at INTEGER NOT NULL, words TEXT) STRICT;
        CREATE TABLE delivery (
          id INTEGER PRIMARY KEY, about TEXT NOT NULL, number INTEGER NOT NULL, rule TEXT NOT NULL,
          channel TEXT NOT NULL, recipient TEXT NOT NULL, again INTEGER NOT NULL DEFAULT 0, rule_for TEXT NOT NULL,
          topic TEXT NOT NULL, step TEXT NOT NULL, scope TEXT NOT NULL, place TEXT NOT NULL, level TEXT,
          level_name TEXT, headline TEXT NOT NULL, what TEXT NOT NULL, at INTEGER NOT NULL, answer_by INTEGER,
          path TEXT NOT NULL, asked TEXT, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, words TEXT,
          first_due INTEGER NOT NULL, due INTEGER NOT NULL, changed_at INTEGER NOT NULL, message TEXT,
          UNIQUE (about, number, rule, channel, recipient)) STRICT;
        CREATE INDEX delivery_to_send ON delivery (channel, due) WHERE state IN ('Waiting', 'Held', 'Sending');
        CREATE INDEX delivery_by_message ON delivery (message);
        CREATE INDEX delivery_by_state ON delivery (state, id);
        CREATE TABLE trouble (channel TEXT PRIMARY KEY, failures INTEGER NOT NULL, words TEXT NOT NULL,
          since INTEGER NOT NULL, held_up INTEGER NOT NULL) STRICT;
        """;

    /// <summary>Opens the file, and makes it when it is missing.</summary>
    /// <returns>The connection, and whether the file was made now.</returns>
    /// <exception cref="SqliteException">It is damaged, or of another version.</exception>
    public static (SqliteConnection Connection, bool IsNew) Open(string path)
    {
        // It holds addresses of people.
        PrivateFile.Ensure(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            var version = (long)Scalar(connection, "PRAGMA user_version")!;
            if (version == 0)
            {
                Run(connection, $"BEGIN; {Tables} PRAGMA user_version={Version}; COMMIT;");
                return (connection, true);
            }

            Require(version == Version, $"it is of version {version}; this program knows {Version}");
            var check = (string)Scalar(connection, "PRAGMA quick_check(1)")!;
            Require(string.Equals(check, "ok", StringComparison.Ordinal), check);
            Require(Scalar(connection, "SELECT count(*) FROM reached") is 1L, "it does not say how far it has read");
            return (connection, false);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Puts a file aside that cannot be used, and what belongs to it. Returns its new name.</summary>
    public static string PutAside(string path, DateTimeOffset now)
    {
        var suffix = now.UtcDateTime.ToString("'.unreadable-'yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        foreach (var part in new[] { string.Empty, "-wal", "-shm" })
        {
            if (File.Exists(path + part))
            {
                File.Move(path + part, path + suffix + part);
            }
        }

        return Path.GetFileName(path) + suffix;
    }

    private static void Require(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new SqliteException(what, 0);
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
