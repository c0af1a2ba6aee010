using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Feeds.Csv;

namespace MseControlCentre.Server.Exports;

/// <summary>Writes a return as a file.</summary>
public static class ReportText
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>CSV that no spreadsheet takes for formulas.</summary>
    public static string Csv(NationalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(CsvCell.Row(report.Columns));
        foreach (var row in report.Rows)
        {
            text.Append(CsvCell.Row(row.Select(cell => cell.Text)));
        }

        return text.ToString();
    }

    /// <summary>JSON: the same rows with their days, and what has no source.</summary>
    public static string Json(NationalReport report, bool knownNow)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JsonObject
        {
            ["report"] = report.Name,
            ["date"] = report.Day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["snapshotAt"] = report.Day.Snapshot,
            ["periodFrom"] = report.Day.PeriodStart,
            ["periodTo"] = report.Day.PeriodEnd,
            ["known"] = knownNow ? "latest" : "at the snapshot",
            ["withoutSource"] = new JsonArray([.. report.WithoutSource.Select(name => JsonValue.Create(name))]),
            ["rows"] = new JsonArray([.. report.Rows.Select(row => RowOf(report.Columns, row))]),
        }.ToJsonString(s_indented);
    }

    private static JsonObject RowOf(IReadOnlyList<string> columns, IReadOnlyList<ReportCell> row)
    {
        var json = new JsonObject();
        for (var index = 0; index < columns.Count; index++)
        {
            json[columns[index]] = row[index].Words is { } words
                ? JsonValue.Create(words)
                : row[index].Number is { } number ? JsonValue.Create(number) : null;
        }

        return json;
    }
}
