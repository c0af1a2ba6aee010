using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace MseControlCentre.Saturation.Bare;

/// <summary>One message to keep.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="MessageId">Its identity; kept once for each source.</param>
/// <param name="Content">The message as received.</param>
internal sealed record BareMessage(string Source, string MessageId, byte[] Content);

/// <summary>
/// The least that a durable store can do: one writer, SQLite with WAL and full synchronisation, a unique key, and all
/// that waits committed as one transaction. It parses and maps nothing; the whole chain is compared with it.
/// </summary>
internal sealed class BareStore : IAsyncDisposable
{
    private const int LargestGroup = 4096;

    private readonly SqliteConnection _connection;

    // Bound: producers wait when this many requests are queued.
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(8192);
    private readonly Task _writing;

    public BareStore(string directory)
    {
        Directory.CreateDirectory(directory);
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare.db")};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=FULL");
        Execute("""
            CREATE TABLE message (
                sequence INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, content BLOB NOT NULL)
            """);
        Execute("CREATE UNIQUE INDEX message_identity ON message (source, id)");
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Completes when the messages are durable.</summary>
    public async Task AppendAsync(IReadOnlyList<BareMessage> messages)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pending = new Pending(messages, durable);
        await _queue.Writer.WriteAsync(pending);
        await pending.Durable.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        await using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT OR IGNORE INTO message (source, id, content) VALUES ($source, $id, $content)";
        var source = insert.Parameters.Add("$source", SqliteType.Text);
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var content = insert.Parameters.Add("$content", SqliteType.Blob);
        var group = new List<Pending>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
            insert.Transaction = transaction;
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var pending))
            {
                group.Add(pending);
                foreach (var message in pending.Messages)
                {
                    (source.Value, id.Value, content.Value) = (message.Source, message.MessageId, message.Content);
                    insert.ExecuteNonQuery();
                }
            }

            await transaction.CommitAsync();
            group.ForEach(pending => pending.Durable.SetResult());
            group.Clear();
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Pending(IReadOnlyList<BareMessage> Messages, TaskCompletionSource Durable);
}
