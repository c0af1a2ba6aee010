using System.Globalization;
using MseControlCentre.Domain.Declarations;

namespace MseControlCentre.Feeds.Csv;

/// <summary>
/// Which column of a form stands where in a file. Names come in any order, case and spaces ignored. An unknown name is
/// told by its place and shape: where a file has no header, its first row may hold anything.
/// </summary>
internal sealed class SitrepHeader
{
    private const int MostColumns = 100;
    private readonly DeclarationColumn?[] _columns;

    private SitrepHeader(DeclarationColumn?[] columns) => _columns = columns;

    public int Width => _columns.Length;

    /// <summary>Reads the header and adds its faults.</summary>
    public static SitrepHeader Read(SitrepRow row, DeclarationForm form, List<SitrepFault> faults)
    {
        if (row.Cells.Length > MostColumns)
        {
            faults.Add(new SitrepFault(
                row.Number, "", Invariant($"{row.Cells.Length} columns"), Invariant($"at most {MostColumns} columns")));
            return new SitrepHeader([]);
        }

        var columns = new DeclarationColumn?[row.Cells.Length];
        for (var index = 0; index < columns.Length; index++)
        {
            var name = row.Cells[index].Trim().Replace(' ', '_').Replace('-', '_');
            columns[index] = form.Find(name);
            if (columns[index] is not { } column)
            {
                if (name.Length > 0)
                {
                    faults.Add(new SitrepFault(
                        row.Number, LetterOf(index), Shape.Of(name) + " that name no column of this form",
                        "one of " + string.Join(", ", form.Columns.Select(one => one.Name)) + " was expected"));
                }
            }
            else if (columns.AsSpan(0, index).Contains(column))
            {
                faults.Add(new SitrepFault(row.Number, column.Name, "the column a second time", "each column once"));
            }
        }

        foreach (var missing in form.Columns.Where(one => one.Required && !columns.Contains(one)))
        {
            faults.Add(new SitrepFault(
                row.Number, missing.Name, "nothing", $"the column '{missing.Name}' is required; the template has it"));
        }

        return new SitrepHeader(columns);
    }

    /// <summary>
    /// The cells of a row by column; cells beyond the header, or below a nameless column, are faults.
    /// </summary>
    public Dictionary<string, string> CellsOf(SitrepRow row, List<SitrepFault> faults)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < row.Cells.Length; index++)
        {
            if (index < _columns.Length && _columns[index] is { } column)
            {
                cells[column.Name] = row.Cells[index];
            }
            else if (!string.IsNullOrWhiteSpace(row.Cells[index]))
            {
                faults.Add(new SitrepFault(
                    row.Number, LetterOf(index), Shape.Of(row.Cells[index]) + " in a column without a name",
                    "no cell outside the header's columns was expected"));
            }
        }

        return cells;
    }

    /// <summary>The letter a spreadsheet gives a column: A to Z, then AA.</summary>
    internal static string LetterOf(int index) => index < 26
        ? ((char)('A' + index)).ToString()
        : LetterOf((index / 26) - 1) + (char)('A' + (index % 26));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
