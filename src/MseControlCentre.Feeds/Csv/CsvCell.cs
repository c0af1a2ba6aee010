using System.Globalization;

namespace MseControlCentre.Feeds.Csv;

/// <summary>
/// Writes cells of CSV files (RFC 4180) that a spreadsheet reads as text or number, never as a formula.
/// </summary>
public static class CsvCell
{
    /// <summary>How reports print what is not known; alone it is text to every spreadsheet.</summary>
    private const string Dash = "-";

    /// <summary>A row, with its line end.</summary>
    public static string Row(IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return string.Join(',', cells.Select(Of)) + "\r\n";
    }

    /// <summary>
    /// A cell. Text that would begin a formula gets an apostrophe before it; a number is left as it is.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = text.Length > 0 && BeginsFormula(text[0]) && text is not Dash
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? "'" + text
                : text;
        return safe.AsSpan().ContainsAny(",\";\r\n")
            ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : safe;
    }

    // The last four are the full-width forms, which some spreadsheets read as the plain ones.
    private static bool BeginsFormula(char first) =>
        first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
}
