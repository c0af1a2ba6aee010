using System.Globalization;
using System.Text;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>The audit as a file for a spreadsheet: times in UTC, and nothing in it is taken for a formula.</summary>
public static class AuditFile
{
    private static readonly string[] s_head =
    [
        "entry", "server time", "board time", "who", "name", "roles", "act", "operation", "site", "organisation",
        "feed", "outcome", "times", "answer", "address", "page", "words",
    ];

    /// <summary>The file's name, such as <c>audit-2026-11-22-1405.csv</c>.</summary>
    public static string Name(DateTimeOffset at, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(local);
        var stamp = TimeZoneInfo.ConvertTime(at, local.Zone);
        return $"audit-{stamp.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}.csv";
    }

    /// <summary>Writes the parts of a list, one after the other; no more than one is held.</summary>
    public static async Task WriteAsync(
        Stream file, IAsyncEnumerable<IReadOnlyList<AuditedAct>> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parts);
        await using var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(CsvCell.Row(s_head).AsMemory(), cancellationToken);
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            foreach (var act in part)
            {
                await writer.WriteAsync(CsvCell.Row(Cells(act)).AsMemory(), cancellationToken);
            }

            await writer.FlushAsync(cancellationToken);
        }
    }

    private static IEnumerable<string> Cells(AuditedAct audited)
    {
        var act = audited.Act;
        string?[] cells =
        [
            audited.Sequence.ToString(CultureInfo.InvariantCulture),
            LocalTime.Iso(act.ServerTime),
            LocalTime.Iso(audited.BoardTime),
            act.Actor,
            act.ActorName,
            act.Roles,
            act.Act,
            act.Operation,
            act.Site,
            act.Organisation,
            act.Feed,
            act.Allowed ? AuditQuery.Allowed : AuditQuery.Refused,
            act.Times.ToString(CultureInfo.InvariantCulture),
            act.Answer?.ToString(CultureInfo.InvariantCulture),
            act.Address,
            act.Page,
            act.Words,
        ];
        return cells.Select(cell => cell ?? string.Empty);
    }
}
