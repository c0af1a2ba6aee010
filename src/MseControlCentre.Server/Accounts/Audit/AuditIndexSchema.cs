using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>The tables of the audit's index.</summary>
internal static class AuditIndexSchema
{
    /// <summary>Version of the tables, kept as SQLite's user_version; an index of another one is made anew.</summary>
    public const int Version = 1;

    private const string Tables = """
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
        CREATE TABLE reached (only INTEGER PRIMARY KEY CHECK (only = 1), sequence INTEGER NOT NULL,
          act_sequence INTEGER NOT NULL, act_message TEXT NOT NULL) STRICT;
        INSERT INTO reached VALUES (1, 0, 0, '');
        """;

    /// <summary>Opens the file for its one writer; one that is damaged or of another version is made anew.</summary>
    public static SqliteConnection Open(string path)
    {
        try
        {
            return OpenWhole(path);
        }
        catch (SqliteException)
        {
            Delete(path);
            return OpenWhole(path);
        }
    }

    /// <summary>Takes the file away; the journal holds everything that was in it.</summary>
    public static void Delete(string path)
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { string.Empty, "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    /// <summary>How the file is opened.</summary>
    public static string ConnectionString(string path, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
    }.ToString();

    private static SqliteConnection OpenWhole(string path)
    {
        // It names people.
        PrivateFile.Ensure(path);
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite));
        try
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
            var version = (long)Scalar(connection, "PRAGMA user_version")!;
            if (version == 0)
            {
                Run(connection, $"BEGIN; {Tables} PRAGMA user_version={Version}; COMMIT;");
            }
            else if (version != Version)
            {
                throw new SqliteException("The index is of another version.", 0);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
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
