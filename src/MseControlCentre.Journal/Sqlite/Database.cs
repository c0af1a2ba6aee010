using SQLitePCL;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// One connection, used by one thread at a time. It calls SQLite's own interface rather than ADO.NET: an entry is
/// then written and read without copying its detail or allocating a parameter.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 _connection;

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 connection) => _connection = connection;

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(_connection);

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection) == 0;

    /// <summary>Opens a file for writing and creates it when it is missing.</summary>
    public static Database OpenForWriting(string path) =>
        Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    /// <summary>Opens a file for reading, beside whoever writes it.</summary>
    public static Database OpenForReading(string path) => Readable(Open(path, raw.SQLITE_OPEN_READONLY));

    /// <summary>
    /// Opens a file that nobody writes, from where nothing can be written either (a read-only disk). SQLite then
    /// needs no shared-memory file beside it.
    /// </summary>
    public static Database OpenImmutable(string path) =>
        Readable(Open(
            new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1",
            raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI));

    /// <summary>Prepares a statement to be run many times.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>Runs one statement and ignores what it returns.</summary>
    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        while (statement.Step())
        {
        }
    }

    /// <summary>Runs one statement that returns a number in its first row and column; 0 when it returns none.</summary>
    public long ReadNumber(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    /// <summary>Runs one statement that returns a text in its first row and column.</summary>
    public string ReadText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }

    /// <summary>Throws unless a result code means success.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw Failure(code);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static Database Open(string path, int flags)
    {
        var code = raw.sqlite3_open_v2(
            path, out var connection, flags | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        var database = new Database(connection);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_extended_result_codes(connection, 1));
            database.Check(raw.sqlite3_busy_timeout(connection, 5_000));
            database.Execute("PRAGMA trusted_schema=OFF");
            database.Execute("PRAGMA cell_size_check=ON");
            return database;
        }
        catch (SqliteFailure)
        {
            database.Dispose();
            throw;
        }
    }

    // SQLite refuses to read anything of a file that was cut off, unless its schema may be written (which it cannot be
    // on a reading connection). Entries before the cut must stay readable.
    private static Database Readable(Database database)
    {
        database.Execute("PRAGMA writable_schema=ON");
        return database;
    }

    private SqliteFailure Failure(int code) =>
        new(code, $"SQLite {code}: {raw.sqlite3_errmsg(_connection).utf8_to_string()}");
}
