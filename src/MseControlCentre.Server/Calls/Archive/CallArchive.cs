using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Indexes;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls.Archive;

/// <summary>
/// Finds any call that was ever prepared, with its packs as they were. A call leaves the board's state a week after it
/// ended; the journal has it for ever.
/// </summary>
/// <param name="index">What is read from the journal.</param>
/// <param name="state">Knows the calls of the last days.</param>
/// <param name="network">Its time zone.</param>
public sealed class CallArchive(CallArchiveIndex index, LiveState state, NetworkMap network)
{
    /// <summary>Calls on one page of a list.</summary>
    public const int RowsOnPage = 25;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);

    /// <summary>
    /// A call. While the archive is being made anew, or cannot be read, none is found that has left the board's state:
    /// what is in the archive by then may be half of it.
    /// </summary>
    /// <param name="id">Its identity.</param>
    /// <param name="cancellationToken">Ends the waiting for the archive.</param>
    public async ValueTask<FoundCall> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (state.Calls().FirstOrDefault(call => string.Equals(call.Id, id, StringComparison.Ordinal)) is { } held)
        {
            return new FoundCall(held, IsWhole: true);
        }

        var (events, isWhole) = await index.AskAsync(connection => EventsOf(connection, id), cancellationToken);
        return new FoundCall(isWhole ? CallFold.Of(events!) : null, isWhole);
    }

    /// <summary>A page of the calls that are asked for, those that are still to be held among them.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the waiting for the archive.</param>
    public async Task<CallArchivePage> ListAsync(CallArchiveQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (page, isWhole) = await index.AskAsync(connection => List(connection, query), cancellationToken);
        return (page ?? new CallArchivePage([], 0, 1, 1, false)) with { IsWhole = isWhole };
    }

    private static IReadOnlyList<FlowEvent> EventsOf(SqliteConnection connection, string id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = CallArchiveRows.EntriesOf;
        command.Parameters.AddWithValue("$call", id);
        return CallArchiveRows.Events(command);
    }

    private CallArchivePage List(SqliteConnection connection, CallArchiveQuery query)
    {
        using var command = connection.CreateCommand();
        var conditions = Conditions(query, command);
        command.CommandText = $"SELECT count(*) FROM call {conditions}";
        var total = (int)(long)command.ExecuteScalar()!;
        var pages = Math.Max(1, (total + RowsOnPage - 1) / RowsOnPage);
        var page = Math.Clamp(query.Page, 1, pages);
        command.CommandText = $"""
            SELECT {CallArchiveRows.Columns} FROM call {conditions}
            ORDER BY starts_at DESC, id DESC LIMIT {RowsOnPage} OFFSET {(page - 1) * RowsOnPage}
            """;
        using var row = command.ExecuteReader();
        var rows = new List<CallArchiveRow>();
        while (row.Read())
        {
            rows.Add(CallArchiveRows.Read(row));
        }

        return new CallArchivePage(rows, total, page, pages, true);
    }

    private string Conditions(CallArchiveQuery query, SqliteCommand command)
    {
        var all = new List<string>();
        Add("kind = $kind", "$kind", query.Kind?.ToString());
        Add("starts_at >= $from", "$from", BeginningOf(query.From)?.UtcTicks);
        Add("starts_at < $to", "$to", BeginningOf(DayAfter(query.To))?.UtcTicks);
        Add(
            "words LIKE $text ESCAPE '\\'",
            "$text",
            string.IsNullOrWhiteSpace(query.Text) ? null : IndexFile.Anywhere(query.Text.Trim()));
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

    // Nothing follows the last day that there is, nor is there a time before the first: neither limits anything.
    private static DateOnly? DayAfter(DateOnly? day) =>
        day is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null;

    private DateTimeOffset? BeginningOf(DateOnly? day)
    {
        if (day is not { } known || known == DateOnly.MinValue)
        {
            return null;
        }

        var local = known.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }
}
