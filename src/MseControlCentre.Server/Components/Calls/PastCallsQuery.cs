using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Which calls the list shows, as its address says it.</summary>
/// <param name="Kind">Which kind; null for every one.</param>
/// <param name="From">The first local day; null for the first of all.</param>
/// <param name="To">The last local day; null for the newest.</param>
/// <param name="Text">Words in the name, the reason or the summary; null for any.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Written">The form's fields as they were written, those that are empty left out.</param>
/// <param name="Errors">What cannot be used.</param>
public sealed record PastCallsQuery(
    CallKind? Kind,
    DateOnly? From,
    DateOnly? To,
    string? Text,
    int Page,
    IReadOnlyDictionary<string, string> Written,
    IReadOnlyList<FieldError> Errors)
{
    /// <summary>Path of the same as a file.</summary>
    public const string FilePath = CallAddresses.Past + ".csv";

    /// <summary>Longest text that is looked for.</summary>
    public const int LongestText = 100;

    private const string Day = "yyyy-MM-dd";
    private const int MostPages = 100_000;

    private static readonly string[] s_names = ["kind", "from", "to", "text"];

    /// <summary>Whether anything limits what is shown.</summary>
    public bool IsLimited => Written.Count > 0;

    /// <summary>Reads an address. What cannot be used is said; values are never repeated outside their field.</summary>
    public static PastCallsQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var written = s_names.Select(name => (Name: name, Text: query[name].ToString().Trim()))
            .Where(field => field.Text.Length is > 0 and <= LongestText)
            .ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal);
        var errors = new List<FieldError>();
        CallKind? kind = null;
        if (written.TryGetValue("kind", out var named))
        {
            kind = Enum.GetValues<CallKind>().Cast<CallKind?>()
                .FirstOrDefault(one => string.Equals(one.ToString(), named, StringComparison.Ordinal));
            if (kind is null)
            {
                errors.Add(new FieldError("kind", "There is no such kind of call. Choose one in the field."));
            }
        }

        var (from, to) = (DayOf("from", "From"), DayOf("to", "To"));
        if (from > to)
        {
            errors.Add(new FieldError("to", "To lies before From, so that nothing can match. Give a later day."));
        }

        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, MostPages)
            : 1;
        return new PastCallsQuery(kind, from, to, written.GetValueOrDefault("text"), page, written, errors);

        DateOnly? DayOf(string name, string label)
        {
            if (!written.TryGetValue(name, out var text))
            {
                return null;
            }

            if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            errors.Add(new FieldError(
                name, $"{label} is not a day. One like 2026-11-29 is expected; choose it in the field."));
            return null;
        }
    }

    /// <summary>An address that asks for the same.</summary>
    /// <param name="path">The page or the file.</param>
    /// <param name="page">Which page; 1 for the first.</param>
    public string At(string path, int page = 1)
    {
        var parts = s_names.Where(Written.ContainsKey).Select(name => $"{name}={Uri.EscapeDataString(Written[name])}");
        if (page > 1)
        {
            parts = parts.Append("page=" + page.ToString(CultureInfo.InvariantCulture));
        }

        var query = string.Join('&', parts);
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
