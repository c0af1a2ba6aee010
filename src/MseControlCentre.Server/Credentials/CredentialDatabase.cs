using System.Globalization;
using Microsoft.Data.Sqlite;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Credentials;

/// <summary>
/// The feeds' credentials in a small SQLite file of their own: a command of another process writes while the server
/// reads, which SQLite's locks make safe. Each call opens the file anew, so that one put back from a back-up is seen.
/// </summary>
/// <param name="path">The file; made, for its owner only, when the first credential is added.</param>
public sealed class CredentialDatabase(string path)
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS feed_credential (
          id TEXT PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, proof BLOB NOT NULL, authority BLOB NOT NULL,
          sites TEXT NOT NULL, created_at TEXT NOT NULL, last_used_at TEXT, ends_at TEXT, revoked_at TEXT) STRICT
        """;

    /// <summary>All of them, the oldest first; none when there is no file.</summary>
    public IReadOnlyList<FeedCredential> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var connection = Open(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, source, kind, proof, authority, sites, created_at, last_used_at, ends_at, revoked_at
            FROM feed_credential ORDER BY created_at, id
            """;
        using var rows = command.ExecuteReader();
        var all = new List<FeedCredential>();
        while (rows.Read())
        {
            all.Add(Of(rows));
        }

        return all;
    }

    /// <summary>Adds one and, in the same step, sets an end to others that it takes the place of.</summary>
    /// <param name="credential">The new one.</param>
    /// <param name="replaced">The others.</param>
    /// <param name="endsAt">When they end.</param>
    public void Add(FeedCredential credential, IReadOnlyList<FeedCredential> replaced, DateTimeOffset endsAt)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(replaced);
        PrivateFile.Ensure(path);
        using var connection = Open(SqliteOpenMode.ReadWrite);
        using var transaction = connection.BeginTransaction();
        Run(connection, Schema);
        Run(
            connection,
            "INSERT INTO feed_credential (id, source, kind, proof, authority, sites, created_at) "
            + "VALUES ($id, $source, $kind, $proof, $authority, $sites, $created)",
            ("$id", credential.Id),
            ("$source", credential.Source),
            ("$kind", credential.Kind.ToString()),
            ("$proof", credential.Proof.ToArray()),
            ("$authority", credential.Authority.ToArray()),
            ("$sites", string.Join(' ', credential.Sites)),
            ("$created", Text(credential.CreatedAt)));
        foreach (var other in replaced)
        {
            Run(
                connection,
                "UPDATE feed_credential SET ends_at = $at WHERE id = $id AND ends_at IS NULL",
                ("$at", Text(endsAt)),
                ("$id", other.Id));
        }

        transaction.Commit();
    }

    /// <summary>Revokes one for good.</summary>
    public void Revoke(string id, DateTimeOffset at) => Change(
        "UPDATE feed_credential SET revoked_at = $at WHERE id = $id AND revoked_at IS NULL", id, at);

    /// <summary>Writes down when one let somebody in.</summary>
    public void MarkUsed(string id, DateTimeOffset at) =>
        Change("UPDATE feed_credential SET last_used_at = $at WHERE id = $id", id, at);

    private void Change(string sql, string id, DateTimeOffset at)
    {
        using var connection = Open(SqliteOpenMode.ReadWrite);
        Run(connection, sql, ("$id", id), ("$at", Text(at)));
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
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

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static FeedCredential Of(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Enum.Parse<CredentialKind>(row.GetString(2)),
        (byte[])row[3],
        row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Instant(row, 6)!.Value)
    {
        Authority = (byte[])row[4],
        LastUsedAt = Instant(row, 7),
        EndsAt = Instant(row, 8),
        RevokedAt = Instant(row, 9),
    };

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) => row.IsDBNull(column)
        ? null
        : DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture);
}
