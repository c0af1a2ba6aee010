using System.Globalization;
using System.Security.Cryptography;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Declarations;

namespace MseControlCentre.Feeds.Csv;

/// <summary>A file, read: its events, or what is wrong with it.</summary>
/// <param name="Events">The events, one for each row; none when anything is wrong.</param>
/// <param name="Faults">What is wrong, the first so many.</param>
/// <param name="FaultCount">How much is wrong in all.</param>
/// <param name="Encoding">How its bytes were read.</param>
public sealed record ReadSitrep(
    IReadOnlyList<FlowEvent> Events, IReadOnlyList<SitrepFault> Faults, int FaultCount, string Encoding)
{
    /// <summary>Why its sender may not say it; null when it may.</summary>
    public Rejection? Refusal { get; init; }
}

/// <summary>
/// Reads a file of declared figures, one declaration a row, by the names in its header:
/// <code>
/// site,ward,core_open,escalation_open,declared_by
/// RAJ12,MARY,24,2,site manager on call
/// </code>
/// Everything that is wrong is found in one go, and one fault refuses the file.
/// </summary>
public sealed class SitrepReader(DeclarationReader declarations, FeedLimits limits)
{
    private const int HashBytes = 16;

    /// <summary>Reads a file.</summary>
    public ReadSitrep Read(DeclarationForm form, ReadOnlySpan<byte> file, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (CsvText.Read(file, out var encoding) is not { } text)
        {
            return Refused(encoding, "text in UTF-16, or no text",
                "a CSV file in UTF-8 was expected; save the sheet as 'CSV UTF-8 (comma delimited)'");
        }

        var rows = CsvRows.Of(text, limits.MaxSitrepRows + 2);
        if (rows.Count < 2)
        {
            return Refused(encoding, rows.Count == 0 ? "nothing" : "a header and no row",
                "a header and at least one row was expected; lines that begin with # are examples and say nothing");
        }

        if (rows.Count - 1 > limits.MaxSitrepRows)
        {
            return Refused(encoding, Invariant($"more than {limits.MaxSitrepRows} rows"),
                "fewer rows; send them in several files");
        }

        var faults = new List<SitrepFault>();
        var header = SitrepHeader.Read(rows[0], form, faults);
        var events = faults.Count > 0
            ? []
            : Events(form, rows.Skip(1), header, Identity(form, file), now, faults);
        return new ReadSitrep(
            faults.Count > 0 ? [] : events, [.. faults.Take(limits.MaxSitrepFaults)], faults.Count, encoding);
    }

    private List<FlowEvent> Events(
        DeclarationForm form,
        IEnumerable<SitrepRow> rows,
        SitrepHeader header,
        string identity,
        DateTimeOffset now,
        List<SitrepFault> faults)
    {
        var events = new List<FlowEvent>();
        var said = new Dictionary<(string, string, DateTimeOffset), int>();
        foreach (var row in rows)
        {
            var wrong = faults.Count;
            if (row.IsMalformed)
            {
                faults.Add(new SitrepFault(row.Number, "", "broken quotation marks",
                    "a cell that holds commas or quotation marks stands in quotation marks, which are doubled inside"));
                continue;
            }

            var cells = header.CellsOf(row, faults);
            var written = new WrittenDeclaration(form, cells, MessageOf(identity, row, cells, now));
            var read = declarations.Read(written, now);
            faults.AddRange(read.Faults.Select(
                fault => new SitrepFault(row.Number, fault.Column, fault.Found, fault.Expected)));
            if (read.Event is not { } told || faults.Count > wrong)
            {
                continue;
            }

            var subject = (told.Site, ((Declaration)told.Detail).Subject, told.OccurredAt);
            if (!said.TryAdd(subject, row.Number))
            {
                faults.Add(new SitrepFault(
                    row.Number, "", Invariant($"the same as row {said[subject]} is about, at the same time"),
                    "one row for each, or different times in as_of"));
            }

            events.Add(told);
        }

        return events;
    }

    private static ReadSitrep Refused(string encoding, string found, string expected) =>
        new([], [new SitrepFault(0, "", found, expected)], 1, encoding);

    private static string Identity(DeclarationForm form, ReadOnlySpan<byte> file) =>
        form.Id + ":" + Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, HashBytes));

    // The same file again is the same message. Where a row leaves its time to this clock, tomorrow's file may well hold
    // the same figures and be a new statement: its local day is then part of what it is.
    private string MessageOf(string identity, SitrepRow row, Dictionary<string, string> cells, DateTimeOffset now)
    {
        var timed = cells.TryGetValue(DeclarationForm.AsOf, out var asOf) && !string.IsNullOrWhiteSpace(asOf);
        var day = TimeZoneInfo.ConvertTime(now, declarations.Zone);
        return timed
            ? Invariant($"{identity}:{row.Number}")
            : Invariant($"{identity}:{row.Number}@{day:yyyy-MM-dd}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
