using Microsoft.Data.Sqlite;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>The outbox's file, open: one connection, used by one thread at a time.</summary>
internal sealed class OutboxDatabase(SqliteConnection connection) : IDisposable
{
    private readonly Lock _gate = new();

    /// <summary>Does several things, all or none of them.</summary>
    public void InTransaction(Action what) => InTransaction(() =>
    {
        what();
        return true;
    });

    /// <summary>Does several things, all or none of them, and returns what they came to.</summary>
    public T InTransaction<T>(Func<T> what)
    {
        lock (_gate)
        {
            using var transaction = connection.BeginTransaction();
            var found = what();
            transaction.Commit();
            return found;
        }
    }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Run(string sql, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>The rows that a query finds.</summary>
    public List<T> Query<T>(
        string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            using var rows = command.ExecuteReader();
            var found = new List<T>();
            while (rows.Read())
            {
                found.Add(read(rows));
            }

            return found;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            connection.Dispose();
        }
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
