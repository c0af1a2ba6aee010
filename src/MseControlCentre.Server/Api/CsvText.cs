using System.Text;

namespace MseControlCentre.Server.Api;

/// <summary>
/// Comma-separated values (RFC 4180) that a spreadsheet opens without running them: a cell that begins as a formula
/// does gets an apostrophe before it.
/// </summary>
public static class CsvText
{
    /// <summary>Media type of a CSV file.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    private const string BeginningsOfFormulas = "=+-@\t\r\n";

    /// <summary>Writes a row.</summary>
    public static void AppendRow(StringBuilder csv, params ReadOnlySpan<string?> cells)
    {
        ArgumentNullException.ThrowIfNull(csv);
        for (var index = 0; index < cells.Length; index++)
        {
            csv.Append(index == 0 ? "" : ",").Append(Cell(cells[index]));
        }

        csv.Append("\r\n");
    }

    /// <summary>Writes one cell; nothing for what is not known.</summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return string.Empty;
        }

        var harmless = BeginningsOfFormulas.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? harmless
            : "\"" + harmless.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
