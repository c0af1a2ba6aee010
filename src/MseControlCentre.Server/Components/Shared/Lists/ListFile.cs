using System.Globalization;
using System.Text;
using MseControlCentre.Feeds.Csv;

namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>
/// A list as a file for a spreadsheet: the same filters, order and columns as its page, every row of it. Nothing in it
/// is taken for a formula; what is not known is an empty cell, never a zero.
/// </summary>
public static class ListFile
{
    /// <summary>The file's text (RFC 4180).</summary>
    public static string Text(ListView list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var columns = list.Heads.Index().Where(head => head.Item.IsInFile).ToList();
        var text = new StringBuilder(CsvCell.Row(columns.Select(column => column.Item.Text)));
        foreach (var row in list.All)
        {
            text.Append(CsvCell.Row(columns.Select(column => row.Cells[column.Index].Written)));
        }

        return text.ToString();
    }

    /// <summary>
    /// The file's name: what it holds, the filters by the words of the address, and when by the clocks of the system,
    /// such as <c>discharges-site-RAJ12-2026-11-22-1405.csv</c>.
    /// </summary>
    public static string Name(ListView list, DateTimeOffset at, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(local);
        var filters = list.Asked.Answers.Select(answer => $"-{answer.Key}-{Plain(answer.Value)}");
        var stamp = TimeZoneInfo.ConvertTime(at, local.Zone).ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture);
        return $"{list.Asked.Path.Trim('/')}{string.Concat(filters)}-{stamp}.csv";
    }

    /// <summary>Answers with the file.</summary>
    public static IResult Answer(ListView list, DateTimeOffset at, LocalTime local) => Results.File(
        Encoding.UTF8.GetBytes(Text(list)), SitrepEndpoints.Csv, Name(list, at, local));

    private static string Plain(string value) =>
        string.Concat(value.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
