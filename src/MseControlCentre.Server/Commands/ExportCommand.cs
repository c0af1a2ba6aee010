using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Exports;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Commands;

/// <summary>Prints a national return of a day from a journal, as CSV.</summary>
public static class ExportCommand
{
    /// <summary>Prints. Returns the exit code.</summary>
    /// <param name="dataDirectory">Directory of the journal.</param>
    /// <param name="report">Name of the return.</param>
    /// <param name="date">Day of reporting.</param>
    /// <param name="knownNow">Whether what was recorded after its 08:00 counts too.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StartRefusedException">There is no journal, no such return, or nothing to tell.</exception>
    public static async Task<int> RunAsync(
        string dataDirectory,
        string report,
        string date,
        bool knownNow,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!NationalReports.Names.Contains(report, StringComparer.Ordinal))
        {
            throw Refused("--report", $"expected one of {string.Join(", ", NationalReports.Names)}.");
        }

        var day = NationalReports.DateOf(date)
            ?? throw Refused("--date", "expected the day of reporting, such as 2026-11-22.");
        var data = DataDirectory.OpenExisting(dataDirectory);
        await using var journal = await JournalOpening.OpenReadOnlyAsync(data, cancellationToken);
        var restorer = new StateRestorer(journal, NullLogger<StateRestorer>.Instance);
        using var past = new PastPictures(journal, restorer);
        var network = (await restorer.RestoreNetworkAsync(cancellationToken))
            ?? throw Refused("--data", "the journal holds no network yet.");
        var reports = new NationalReports(
            new ReportPicturesReader(past, new DepartmentDays(journal, restorer, past)), TimeProvider.System);
        var reporting = new ReportingDay(day, TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone));
        var made = await reports.MakeAsync(report, network, reporting, knownNow, cancellationToken)
            ?? throw Refused("--date", "nothing had been recorded by its 08:00; give a later day.");
        await output.WriteAsync(ReportText.Csv(made));
        return ExitCodes.Ok;
    }

    private static StartRefusedException Refused(string option, string message) =>
        new(ExitCodes.BadConfiguration, option, message);
}
