using System.Globalization;

namespace MseControlCentre.Server.Exports;

/// <summary>One cell of a return: words, a number, or nothing when it is not known. Unknown is never zero.</summary>
/// <param name="Words">Words; null for a number or nothing.</param>
/// <param name="Number">A number; null when not known.</param>
public sealed record ReportCell(string? Words, double? Number)
{
    /// <summary>Nothing is known.</summary>
    public static ReportCell Unknown { get; } = new(null, null);

    /// <summary>Words.</summary>
    public static ReportCell Of(string words) => new(words, null);

    /// <summary>A number, or nothing.</summary>
    public static ReportCell Of(double? number) => number is null ? Unknown : new ReportCell(null, number);

    /// <summary>As it stands in a file; empty when not known.</summary>
    public string Text => Words ?? Number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A national return, made.</summary>
/// <param name="Name">Which one, as in addresses.</param>
/// <param name="Day">Its day.</param>
/// <param name="Columns">Names of its columns, in the national order.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
/// <param name="WithoutSource">Columns or metrics that no feed or form of this system tells: always empty.</param>
public sealed record NationalReport(
    string Name,
    ReportingDay Day,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<ReportCell>> Rows,
    IReadOnlyList<string> WithoutSource);
