using System.Globalization;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>What the form of the page asks for, as it stands in the address.</summary>
/// <param name="Asked">Which acts.</param>
/// <param name="Before">Only those before this place in the journal; null for the newest.</param>
/// <param name="Written">The form's fields as they were written, those that are empty left out.</param>
/// <param name="Errors">What cannot be used.</param>
public sealed record AuditQuery(
    AuditAsked Asked, long? Before, IReadOnlyDictionary<string, string> Written, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Words for those who were let do it.</summary>
    public const string Allowed = "allowed";

    /// <summary>Words for those who were not.</summary>
    public const string Refused = "refused";

    private const int Longest = 200;
    private const string BeforeName = "before";

    private static readonly string[] s_names = ["who", "what", "site", "outcome", "address", "from", "to", "text"];

    /// <summary>Whether anything limits what is shown.</summary>
    public bool IsLimited => Written.Count > 0;

    /// <summary>Reads an address.</summary>
    public static AuditQuery Read(IQueryCollection query, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(query);
        var written = s_names.Select(name => (Name: name, Text: query[name].ToString().Trim()))
            .Where(field => field.Text.Length is > 0 and <= Longest)
            .ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal);
        var errors = new List<FieldError>();
        var asked = new AuditAsked(
            written.GetValueOrDefault("who"),
            written.GetValueOrDefault("what"),
            written.GetValueOrDefault("site"),
            written.GetValueOrDefault("outcome") switch { Allowed => true, Refused => false, _ => null },
            written.GetValueOrDefault("address"),
            Time("from", "From"),
            // A minute is meant to its end.
            Time("to", "To")?.AddMinutes(1).AddTicks(-1),
            written.GetValueOrDefault("text"));
        var before = long.TryParse(query[BeforeName], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : (long?)null;
        if (asked is { From: { } from, To: { } to } && from > to)
        {
            errors.Add(new FieldError("to", "To lies before From, so that nothing can match. Give a later time."));
        }

        return new AuditQuery(asked, before, written, errors);

        DateTimeOffset? Time(string name, string label)
        {
            if (!written.TryGetValue(name, out var text))
            {
                return null;
            }

            if (PastInstant.Read(text, local) is { } time)
            {
                return time;
            }

            errors.Add(new FieldError(
                name,
                $"{label} is not a day and time. One like 2026-11-22T14:30 is expected; choose it in the field."));
            return null;
        }
    }

    /// <summary>An address that asks for the same, from the newest on.</summary>
    public string At(string path) => At(path, before: null);

    /// <summary>An address that asks for the same, before a place in the journal.</summary>
    public string At(string path, long? before)
    {
        var parts = s_names.Where(Written.ContainsKey).Select(name => (name, Written[name]));
        if (before is { } place)
        {
            parts = parts.Append((BeforeName, place.ToString(CultureInfo.InvariantCulture)));
        }

        var query = string.Join('&', parts.Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
