using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Feeds.Csv;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>
/// A call as one file for a spreadsheet: every section as rows of the same columns, so that it can be filtered. Nothing
/// in it is taken for a formula; what is not known is an empty cell, never a zero. Times are local, as they were said.
/// </summary>
/// <param name="Name">
/// The file's name, such as <c>situational-awareness-20261129-1-pack-2026-11-29-1000.csv</c>.
/// </param>
/// <param name="Text">The file's text (RFC 4180).</param>
public sealed record CallFile(string Name, string Text)
{
    private static readonly string[] s_head =
        ["section", "place", "what", "value", "unit", "then", "quality", "at", "who", "words"];

    /// <summary>The bytes of a file, with the mark by which spreadsheets know UTF-8.</summary>
    public static byte[] BytesOf(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

    /// <summary>Writes a call with one of its packs.</summary>
    public static CallFile Of(Call call, ShownPack shown, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(context);
        var text = new StringBuilder(CsvCell.Row(s_head));
        IEnumerable<CallFileRow> rows =
        [
            .. CallFileRecord.Head(call, shown, context),
            .. shown.Pack is { } pack ? CallFilePack.Rows(pack, context) : [],
            .. CallFileRecord.Rows(call, context),
        ];
        foreach (var row in rows)
        {
            text.Append(CsvCell.Row(row.Cells));
        }

        return new CallFile($"{call.Id}-pack-{context.StampOf(shown.Pack?.At ?? call.StartsAt)}.csv", text.ToString());
    }
}

/// <summary>One row of the file.</summary>
/// <param name="Section">Which part of the call.</param>
/// <param name="Place">Which place; empty for the call itself.</param>
/// <param name="What">What it is about.</param>
internal sealed record CallFileRow(string Section, string Place, string What)
{
    /// <summary>A number or a word; empty when not known.</summary>
    public string Value { get; init; } = "";

    /// <summary>Unit of the value.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The value when the pack begins to look back, or when an action was agreed.</summary>
    public string Then { get; init; } = "";

    /// <summary>How far the value can be trusted.</summary>
    public string Quality { get; init; } = "";

    /// <summary>A time, local.</summary>
    public string At { get; init; } = "";

    /// <summary>Who it is of.</summary>
    public string Who { get; init; } = "";

    /// <summary>What is said of it.</summary>
    public string Words { get; init; } = "";

    /// <summary>The cells in the order of the head.</summary>
    public IEnumerable<string> Cells => [Section, Place, What, Value, Unit, Then, Quality, At, Who, Words];

    /// <summary>A number as a file has it; empty when not known.</summary>
    public static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
