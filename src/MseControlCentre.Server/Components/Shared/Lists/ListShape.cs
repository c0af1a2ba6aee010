namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>
/// A list as it is defined once: the page, its form, its order and its file are made from the same columns, so that a
/// file always says what the page shows.
/// </summary>
/// <typeparam name="TRow">A row before it is written.</typeparam>
/// <param name="Path">Path of the page; the file is at the same path with <c>.csv</c>.</param>
/// <param name="Columns">The columns; the first names the row.</param>
/// <param name="Filters">The filters.</param>
/// <param name="Usual">The order when none is asked for: a column, after a minus when the most come first.</param>
/// <param name="Key">What tells a row from the others, the same whenever the list is made; letters and digits.</param>
public sealed record ListShape<TRow>(
    string Path,
    IReadOnlyList<ListColumn<TRow>> Columns,
    IReadOnlyList<ListFilter<TRow>> Filters,
    string Usual,
    Func<TRow, string> Key)
{
    /// <summary>Rows on one page; the file has all of them.</summary>
    public int RowsOnPage { get; init; } = 100;

    /// <summary>A class of a row, such as for one that no longer describes now; null for none.</summary>
    public Func<TRow, string?> ClassOf { get; init; } = _ => null;

    /// <summary>What an address asks of this list.</summary>
    public ListAsked Ask(IQueryCollection query) => ListAsked.Of(
        Path,
        query,
        Filters,
        [.. Columns.Where(column => column.IsSortable).Select(column => column.Id)],
        Usual);

    /// <summary>
    /// The list as it was asked for. Rows that are equal in the column stay in the order they came in; those of which
    /// nothing is known come last, whichever way it is sorted.
    /// </summary>
    public ListView Of(IEnumerable<TRow> rows, ListAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var taken = Filters
            .Where(filter => asked[filter.Name] is not null)
            .Aggregate(rows, (left, filter) => left.Where(row => filter.Takes(row, asked[filter.Name]!)));
        var by = Columns.Index().First(one => string.Equals(one.Item.Id, asked.Sort, StringComparison.Ordinal)).Index;
        var written = taken.Select(Write).ToList();
        return new ListView(
            asked,
            [.. Columns.Select(column => HeadOf(column, asked))],
            Filters,
            Sorted(written, by, asked.Descending),
            RowsOnPage,
            Usual);
    }

    private static List<ListRow> Sorted(List<ListRow> rows, int by, bool descending)
    {
        var order = Comparer<ListKey>.Create(ListKey.Compare);
        var known = rows.OrderBy(row => row.Cells[by].Key.IsUnknown);
        return
        [
            .. descending
                ? known.ThenByDescending(row => row.Cells[by].Key, order)
                : known.ThenBy(row => row.Cells[by].Key, order),
        ];
    }

    private static ListHead HeadOf(ListColumn<TRow> column, ListAsked asked)
    {
        var isHere = string.Equals(column.Id, asked.Sort, StringComparison.Ordinal);
        var descending = isHere ? !asked.Descending : column.MostFirst;
        var (up, down) = column.Orders
            ?? (column.IsNumber ? ("least first", "most first") : ("A first", "Z first"));
        return new ListHead(
            column.Id,
            column.Head,
            column.OnPhone ?? column.Head,
            column.IsNumber,
            column.MostFirst,
            isHere ? asked.Descending ? ListOrder.Descending : ListOrder.Ascending : ListOrder.None,
            column.IsSortable ? asked.SortedBy(descending ? "-" + column.Id : column.Id) : null,
            column.IsInFile,
            up,
            down);
    }

    private ListRow Write(TRow row) => new(Key(row), [.. Columns.Select(column => column.Cell(row))], ClassOf(row));
}
