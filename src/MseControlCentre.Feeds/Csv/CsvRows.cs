using CsvHelper;

namespace MseControlCentre.Feeds.Csv;

/// <summary>One row of a file, as it stands.</summary>
/// <param name="Number">Its line in the file, from 1: the row a spreadsheet shows it in.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="IsMalformed">Whether quotation marks are broken in it: its cells cannot be relied on.</param>
internal sealed record SitrepRow(int Number, string[] Cells, bool IsMalformed)
{
    /// <summary>Rows without anything in them, and those that begin with <c>#</c>, say nothing.</summary>
    public bool SaysNothing => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace)
        || Cells[0].TrimStart().StartsWith('#');
}

/// <summary>
/// Parts a file into rows (RFC 4180): commas, or semicolons where the header has more of those, as spreadsheets with
/// other regional settings write them.
/// </summary>
internal static class CsvRows
{
    /// <summary>The first rows that say something.</summary>
    public static IReadOnlyList<SitrepRow> Of(string text, int most)
    {
        var malformed = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = SeparatorOf(text),
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed.Add(record.LineNumber),
        };
        var rows = new List<SitrepRow>();
        using var reader = CsvReader.FromText(text, options);
        while (rows.Count < most && reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = reader.GetString(index);
            }

            var row = new SitrepRow((int)reader.LineNumber, cells, false);
            if (!row.SaysNothing)
            {
                rows.Add(row);
            }
        }

        return [.. rows.Select(row => row with { IsMalformed = malformed.Contains(row.Number) })];
    }

    private static char SeparatorOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace() && !line.TrimStart().StartsWith('#'))
            {
                return line.Count(';') > line.Count(',') ? ';' : ',';
            }
        }

        return ',';
    }
}
