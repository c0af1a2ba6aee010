using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Calls.Archive;

/// <summary>Rows of the archive as they are read.</summary>
internal static class CallArchiveRows
{
    /// <summary>The events of the call <c>$call</c>.</summary>
    public const string EntriesOf =
        "SELECT source, message, occurred_at, site, kind, detail FROM entry WHERE call = $call";

    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, kind, name, starts_at, state, chair, closed_at, actions, owed";

    /// <summary>Events of a call; of each identity one, since the journal takes no more.</summary>
    public static IReadOnlyList<FlowEvent> Events(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var events = new List<FlowEvent>();
        while (row.Read())
        {
            events.Add(new FlowEvent
            {
                Source = row.GetString(0),
                MessageId = row.GetString(1),
                OccurredAt = Time(row, 2),
                Site = row.GetString(3),
                Detail = EventCatalogue.Decode(row.GetString(4), row.GetFieldValue<byte[]>(5)),
            });
        }

        return events;
    }

    /// <summary>A row of <see cref="Columns"/>.</summary>
    public static CallArchiveRow Read(SqliteDataReader row) => new(
        row.GetString(0),
        Enum.Parse<CallKind>(row.GetString(1)),
        row.GetString(2),
        Time(row, 3),
        Enum.Parse<CallState>(row.GetString(4)),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : Time(row, 6),
        row.GetInt32(7),
        row.GetInt32(8));

    private static DateTimeOffset Time(SqliteDataReader row, int place) => new(row.GetInt64(place), TimeSpan.Zero);
}
