using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Indexes;

/// <summary>The tables of an index.</summary>
/// <param name="Version">Kept as SQLite's user_version; an index of another one is made anew.</param>
/// <param name="Tables">The statements that make them.</param>
public sealed record IndexForm(int Version, string Tables);

/// <summary>How far an index has read.</summary>
/// <param name="Sequence">The entry up to which the journal has been read; 0 at first.</param>
/// <param name="Message">Its message identity, by which the journal is known.</param>
public readonly record struct IndexMark(long Sequence, string Message);

/// <summary>
/// A SQLite file that is read from the journal so that one can search in it: for its one writer, private to its owner.
/// The journal is the record; the file is made anew when it is missing, damaged or of another form.
/// </summary>
public sealed class IndexFile : IDisposable
{
    private const string Mark = """
        CREATE TABLE reached (only INTEGER PRIMARY KEY CHECK (only = 1), sequence INTEGER NOT NULL,
          message TEXT NOT NULL) STRICT;
        INSERT INTO reached VALUES (1, 0, '');
        """;

    // SQLite's result codes of a file that is not, or no longer, what it should be. Any other failure, such as a full
    // disk or somebody else who writes just now, says nothing against what is in it.
    private const int OfAnotherForm = 1;
    private const int Corrupt = 11;
    private const int NoDatabase = 26;

    private const int SecondsToRead = 5;
    private const int SecondsToWrite = 30;

    private const string Reach = "UPDATE reached SET sequence = $sequence, message = $message";

    private readonly SqliteConnection _connection;

    private IndexFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens it for its one writer; made anew when it is damaged or of another form.</summary>
    /// <exception cref="SqliteException">It can be neither read nor made now.</exception>
    public static IndexFile Open(string path, IndexForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        try
        {
            return OpenWhole(path, form);
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode is OfAnotherForm or Corrupt or NoDatabase)
        {
            Delete(path);
            return OpenWhole(path, form);
        }
    }

    /// <summary>Takes the file away; the journal holds everything that was in it.</summary>
    public static void Delete(string path)
    {
        foreach (var suffix in new[] { string.Empty, "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    /// <summary>Opens it for somebody who searches in it.</summary>
    /// <exception cref="SqliteException">It is only just being made, or it is damaged.</exception>
    public static SqliteConnection OpenToRead(string path)
    {
        // Somebody waits for the page: after a few seconds they are better told that it cannot be read now.
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadOnly, SecondsToRead));
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How far it has read.</summary>
    public IndexMark Reached()
    {
        using var command = Command("SELECT sequence, message FROM reached");
        using var row = command.ExecuteReader();
        row.Read();
        return new IndexMark(row.GetInt64(0), row.GetString(1));
    }

    /// <summary>Writes what entries tell, all or none, and with it how far the journal has been read.</summary>
    /// <param name="last">The entry up to which the journal has been read.</param>
    /// <param name="write">Writes them.</param>
    public void Write(JournalEntry last, Action write)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(write);
        using var transaction = _connection.BeginTransaction();
        write();
        using var reach = Command(Reach);
        Run(reach, ("$sequence", last.Sequence), ("$message", last.Event.MessageId));
        transaction.Commit();
    }

    /// <summary>A statement, to be run with <see cref="Run"/> or read.</summary>
    public SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>Runs a statement with its values.</summary>
    public static void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    /// <summary>Words to be found anywhere, for LIKE with the escape character <c>\</c>.</summary>
    public static string Anywhere(string text) => "%" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    // Not pooled: a pool keeps the file open after it was taken away, and emptying every pool disturbs whoever is just
    // opening another file.
    private static string ConnectionString(string path, SqliteOpenMode mode, int seconds) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = seconds,
        }.ToString();

    private static IndexFile OpenWhole(string path, IndexForm form)
    {
        // It names people.
        PrivateFile.Ensure(path);
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite, SecondsToWrite));
        try
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
            var version = (long)Scalar(connection, "PRAGMA user_version")!;
            if (version == 0)
            {
                Run(connection, $"BEGIN; {form.Tables} {Mark} PRAGMA user_version={form.Version}; COMMIT;");
            }
            else if (version != form.Version)
            {
                throw new SqliteException("The index is of another version.", OfAnotherForm);
            }

            if (Scalar(connection, "SELECT sequence FROM reached") is null)
            {
                throw new SqliteException("The index does not say how far it has read.", OfAnotherForm);
            }

            return new IndexFile(connection);
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
