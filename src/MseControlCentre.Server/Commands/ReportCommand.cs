using MseControlCentre.Domain.Reports;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Reports;

namespace MseControlCentre.Server.Commands;

/// <summary>How a report is printed.</summary>
public enum ReportFormat
{
    /// <summary>Tables of plain text.</summary>
    Text,

    /// <summary>Lines of comma-separated values.</summary>
    Csv,
}

/// <summary>Prints the figures of a month as the board paper gives them, from a journal on its own.</summary>
public static class ReportCommand
{
    /// <summary>Prints. Returns the exit code.</summary>
    /// <exception cref="StartRefusedException">
    /// There is no journal, it cannot be read, or it holds no network.
    /// </exception>
    public static async Task<int> RunAsync(
        string dataDirectory,
        CalendarMonth month,
        ReportFormat format,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var data = DataDirectory.OpenExisting(dataDirectory);
        await using var journal = await JournalOpening.OpenReadOnlyAsync(data, cancellationToken);
        var paper = await JournalOpening.Guard(
                data, () => BoardPaperReader.ReadAsync(journal, month, cancellationToken))
            ?? throw new StartRefusedException(
                ExitCodes.DataUnusable,
                "--data",
                $"the journal {data.JournalFile} holds no network yet, so nothing that could be reported. "
                + "Give the data directory of a server that has run.");
        await output.WriteAsync(format == ReportFormat.Csv ? BoardPaperCsv.Print(paper) : BoardPaperText.Print(paper));
        return ExitCodes.Ok;
    }
}
