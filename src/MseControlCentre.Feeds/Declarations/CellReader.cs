using System.Globalization;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Feeds.Json;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>Reads the text of one cell as its column asks for.</summary>
internal sealed class CellReader(NetworkCodes codes, DeclarationTimes times)
{
    /// <summary>Reads a cell that holds something: its JSON, or the fault.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The text, without spaces around it.</param>
    /// <param name="site">The row's site, for its wards.</param>
    /// <param name="now">The receiving clock.</param>
    public (JsonNode? Value, CellFault? Fault) Read(
        DeclarationColumn column, string text, string? site, DateTimeOffset now)
    {
        if (text.Any(char.IsControl))
        {
            return Fault(column, "a line break or control character", "one line of plain words was expected");
        }

        return column.Type switch
        {
            ColumnType.Whole => Whole(column, text),
            ColumnType.Text => Words(column, text),
            ColumnType.Choice => OneOf(column, text, column.Choices),
            ColumnType.YesNo => YesNo(column, text),
            ColumnType.Time => Time(column, text, now),

            // Of which site? That it is not known is a fault of its own.
            ColumnType.Ward when site is null => (JsonValue.Create(text), null),
            _ => OneOf(column, text, [.. codes.Of(column.Type, site).Select(one => one.Code)]),
        };
    }

    private static (JsonNode?, CellFault?) Whole(DeclarationColumn column, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= column.Least && number <= column.Most
            ? (JsonValue.Create(number), null)
            : Fault(column, Shape.Of(text), DeclarationFormChecks.Limits(column));

    // A spreadsheet that opens an export of it would run it.
    private static (JsonNode?, CellFault?) Words(DeclarationColumn column, string text) => text[0] is '=' or '+' or '-'
        or '@'
            ? Fault(column, "text that begins as a spreadsheet formula does", "plain words were expected")
            : (JsonValue.Create(text), null);

    private static (JsonNode?, CellFault?) YesNo(
        DeclarationColumn column, string text) => text.ToUpperInvariant() switch
    {
        "YES" or "Y" or "TRUE" => (JsonValue.Create(true), null),
        "NO" or "N" or "FALSE" => (JsonValue.Create(false), null),
        _ => Fault(column, Shape.Of(text), "yes or no was expected"),
    };

    private static (JsonNode?, CellFault?) OneOf(DeclarationColumn column, string text, IReadOnlyList<string> words) =>
        words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) is { } word
            ? (JsonValue.Create(word), null)
            : Fault(column, Shape.Of(text), $"one of {string.Join(", ", words)} was expected");

    private (JsonNode?, CellFault?) Time(DeclarationColumn column, string text, DateTimeOffset now) =>
        times.Read(text, now) is { } time
            ? (JsonValue.Create(time.ToString("O", CultureInfo.InvariantCulture)), null)
            : Fault(column, Shape.Of(text), DeclarationTimes.Expected);

    private static (JsonNode?, CellFault?) Fault(DeclarationColumn column, string found, string expected) =>
        (null, new CellFault(column.Name, found, expected));
}
