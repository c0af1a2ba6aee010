using System.Globalization;
using System.Text;

namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>
/// What the address of a list asks for: its filters, its order and its page. What cannot be used is left out and said,
/// so that nobody takes a whole list for a filtered one. Values are never repeated: an address may hold anything.
/// </summary>
/// <param name="Path">Path of the page.</param>
/// <param name="Answers">The filters that are set, by name.</param>
/// <param name="Sort">Column that it is sorted by.</param>
/// <param name="Descending">Whether the most come first.</param>
/// <param name="Page">Which page, from 1 on.</param>
/// <param name="Ignored">What was left out and why, in words.</param>
public sealed record ListAsked(
    string Path,
    IReadOnlyDictionary<string, string> Answers,
    string Sort,
    bool Descending,
    int Page,
    IReadOnlyList<string> Ignored)
{
    /// <summary>Name of the order in an address; a minus before the column means the most first.</summary>
    public const string SortName = "sort";

    /// <summary>Name of the page number in an address.</summary>
    public const string PageName = "page";

    private const int MostPages = 10_000;

    /// <summary>What the order is called in an address.</summary>
    public string SortValue => Descending ? "-" + Sort : Sort;

    /// <summary>Reads an address.</summary>
    /// <param name="path">Path of the page.</param>
    /// <param name="query">The rest of the address.</param>
    /// <param name="filters">The filters that it may have.</param>
    /// <param name="columns">The columns that it may be sorted by.</param>
    /// <param name="usual">The order when none is asked for, as an address would have it.</param>
    public static ListAsked Of(
        string path,
        IQueryCollection query,
        IReadOnlyList<ListFilter> filters,
        IReadOnlyCollection<string> columns,
        string usual)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ignored = new List<string>();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            if (One(query, filter.Name, ignored) is not { } answer)
            {
                continue;
            }

            if (filter.Knows(answer))
            {
                answers.Add(filter.Name, answer);
            }
            else
            {
                ignored.Add($"{filter.Label}: found {Shape(answer)}, expected {filter.Expected}.");
            }
        }

        var sort = One(query, SortName, ignored) ?? usual;
        if (!columns.Contains(sort.TrimStart('-'), StringComparer.Ordinal))
        {
            ignored.Add($"Order: found {Shape(sort)}, expected a column of the list.");
            sort = usual;
        }

        NoteOthers(query, filters, ignored);
        return new ListAsked(
            path, answers, sort.TrimStart('-'), sort.StartsWith('-'), PageOf(query, ignored), ignored);
    }

    /// <summary>The answer to a filter; null when it is not set.</summary>
    public string? this[string filter] => Answers.GetValueOrDefault(filter);

    /// <summary>The address of the same list from its first page on, in an order.</summary>
    public string SortedBy(string sort) => Address(Path, sort, 1, "by-" + sort.TrimStart('-'));

    /// <summary>The address of a page of the same list.</summary>
    public string OfPage(int page) => Address(Path, SortValue, page, "list");

    /// <summary>The address of the same list as a file.</summary>
    public string File => Address(Path + ".csv", SortValue, 1, null);

    private string Address(string path, string sort, int page, string? fragment)
    {
        var address = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in Answers)
        {
            Add(name, value);
        }

        Add(SortName, sort);
        if (page > 1)
        {
            Add(PageName, page.ToString(CultureInfo.InvariantCulture));
        }

        return fragment is null ? address.ToString() : address.Append('#').Append(fragment).ToString();

        void Add(string name, string value)
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
    }

    /// <summary>An answer; null when there is none. A form sends an empty one for what is not chosen.</summary>
    private static string? One(IQueryCollection query, string name, List<string> ignored)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            var times = values.Count.ToString(CultureInfo.InvariantCulture);
            ignored.Add($"{name} is asked for {times} times; the first counts.");
        }

        return values.Count > 0 && values[0] is { Length: > 0 } answer ? answer : null;
    }

    private static int PageOf(IQueryCollection query, List<string> ignored)
    {
        if (One(query, PageName, ignored) is not { } asked)
        {
            return 1;
        }

        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && page is > 0 and <= MostPages)
        {
            return page;
        }

        ignored.Add($"Page: found {Shape(asked)}, expected a whole number from 1 on.");
        return 1;
    }

    private static void NoteOthers(IQueryCollection query, IReadOnlyList<ListFilter> filters, List<string> ignored)
    {
        var others = query.Keys.Count(name =>
            name is not (SortName or PageName)
            && !filters.Any(filter => string.Equals(filter.Name, name, StringComparison.Ordinal)));
        if (others > 0)
        {
            ignored.Add(others == 1
                ? "One part of the address is no filter of this list."
                : $"{others.ToString(CultureInfo.InvariantCulture)} parts of the address are no filters of this list.");
        }
    }

    private static string Shape(string value) => value.All(char.IsAsciiDigit)
        ? $"{value.Length.ToString(CultureInfo.InvariantCulture)} digits"
        : $"{value.Length.ToString(CultureInfo.InvariantCulture)} characters";
}
