using SQLitePCL;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0.</summary>
internal sealed class Statement(Database database, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Sets a parameter to a number.</summary>
    public Statement Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(statement, parameter, value));
        return this;
    }

    /// <summary>Sets a parameter to a text.</summary>
    public Statement Bind(int parameter, string value)
    {
        database.Check(raw.sqlite3_bind_text(statement, parameter, value));
        return this;
    }

    /// <summary>Sets a parameter to a text that is UTF-8 already.</summary>
    public Statement BindUtf8(int parameter, ReadOnlySpan<byte> value)
    {
        database.Check(raw.sqlite3_bind_text(statement, parameter, value));
        return this;
    }

    /// <summary>Sets a parameter to bytes.</summary>
    public Statement BindBytes(int parameter, ReadOnlySpan<byte> value)
    {
        database.Check(raw.sqlite3_bind_blob(statement, parameter, value));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and makes ready for the next run. Parameters keep their values.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Makes ready for the next run. A failure was reported by the step before.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    /// <summary>A number of the row.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>A text of the row.</summary>
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    /// <summary>Bytes of the row, or the UTF-8 of a text; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    /// <inheritdoc />
    public void Dispose() => statement.Dispose();
}
