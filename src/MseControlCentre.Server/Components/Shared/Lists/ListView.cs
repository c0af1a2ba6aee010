using System.Globalization;

namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>Which way a list is sorted by a column.</summary>
public enum ListOrder
{
    /// <summary>It is sorted by another one.</summary>
    None,

    /// <summary>Least or A first.</summary>
    Ascending,

    /// <summary>Most or Z first.</summary>
    Descending,
}

/// <summary>The head of a column.</summary>
/// <param name="Id">Name in the address and in the file.</param>
/// <param name="Text">What it is called.</param>
/// <param name="OnPhone">The same before a cell on a phone.</param>
/// <param name="IsNumber">Whether digits stand below each other.</param>
/// <param name="MostFirst">Whether the most come first when it is sorted by for the first time.</param>
/// <param name="Order">Which way the list is sorted by it.</param>
/// <param name="Link">The address of the list sorted by it, the other way when it is; null when it cannot be.</param>
/// <param name="IsInFile">Whether the file has it too.</param>
/// <param name="Ascending">What the order with the least first is called.</param>
/// <param name="Descending">What the order with the most first is called.</param>
public sealed record ListHead(
    string Id,
    string Text,
    string OnPhone,
    bool IsNumber,
    bool MostFirst,
    ListOrder Order,
    string? Link,
    bool IsInFile,
    string Ascending,
    string Descending);

/// <summary>One row.</summary>
/// <param name="Key">What tells it from the others.</param>
/// <param name="Cells">Its cells, one for each column.</param>
/// <param name="Class">Its class; null for none.</param>
public sealed record ListRow(string Key, IReadOnlyList<ListCell> Cells, string? Class);

/// <summary>A list as it was asked for, ready to be shown or written.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Heads">Its columns.</param>
/// <param name="Filters">Its filters.</param>
/// <param name="All">Every row that was asked for, in order; the file has them all.</param>
/// <param name="RowsOnPage">Rows on one page.</param>
/// <param name="Usual">The order when none is asked for.</param>
public sealed record ListView(
    ListAsked Asked,
    IReadOnlyList<ListHead> Heads,
    IReadOnlyList<ListFilter> Filters,
    IReadOnlyList<ListRow> All,
    int RowsOnPage,
    string Usual)
{
    /// <summary>How many pages there are, one at least.</summary>
    public int Pages => Math.Max(1, (All.Count + RowsOnPage - 1) / RowsOnPage);

    /// <summary>Which page is shown: the last one when a later one was asked for.</summary>
    public int Page => Math.Min(Asked.Page, Pages);

    /// <summary>The rows of the page.</summary>
    public IEnumerable<ListRow> Rows => All.Skip((Page - 1) * RowsOnPage).Take(RowsOnPage);

    /// <summary>Which rows are shown of how many, in words.</summary>
    /// <param name="what">What a row is, such as <c>patient</c>.</param>
    /// <param name="many">What several are.</param>
    public string Count(string what, string many)
    {
        var first = ((Page - 1) * RowsOnPage) + 1;
        var last = Math.Min(All.Count, Page * RowsOnPage);
        return Pages == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{All.Count:N0} {(All.Count == 1 ? what : many)}")
            : string.Create(CultureInfo.InvariantCulture, $"{first:N0} to {last:N0} of {All.Count:N0} {many}");
    }
}
