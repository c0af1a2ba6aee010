using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace MseControlCentre.Server.Hosting;

/// <summary>
/// The log: short lines on the console, a file a day in DATA/logs. It tells of the server, never of a patient: senders'
/// values are logged by their shape only.
/// </summary>
public static class ServerLogging
{
    /// <summary>Days whose files are kept.</summary>
    private const int DaysKept = 31;

    /// <summary>Bound of one day's file, in bytes; another follows.</summary>
    private const long LargestFile = 50 * 1024 * 1024;

    /// <summary>Makes the logger of a data directory.</summary>
    public static Logger Create(DataDirectory data) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .Filter.ByExcluding(IsSaidElsewhere)
        .WriteTo.Console(
            outputTemplate: "{Timestamp:HH:mm:ss} {Level:w4} {Message:lj}{NewLine}{Exception}",
            formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(
            Path.Combine(data.Logs, "server-.log"),
            outputTemplate: "{Timestamp:O} {Level:u4} {SourceContext} {Message:lj}{NewLine}{Exception}",
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            rollOnFileSizeLimit: true,
            fileSizeLimitBytes: LargestFile,
            retainedFileCountLimit: DaysKept)
        .CreateLogger();

    // FormKeys says at each start how the keys are kept and what can be done about it. A refusal on the live line is
    // told
    // to whoever asked and is in the audit; with its stack, a screen that asks again and again would fill the log.
    private static bool IsSaidElsewhere(LogEvent entry) =>
        entry.Exception is HubException
        || entry.MessageTemplate.Text.StartsWith("No XML encryptor configured.", StringComparison.Ordinal);
}
