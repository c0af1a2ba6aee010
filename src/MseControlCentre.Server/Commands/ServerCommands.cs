using System.CommandLine;
using System.Globalization;
using MseControlCentre.Domain.Reports;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;
using MseControlCentre.Server.Exports;

namespace MseControlCentre.Server.Commands;

/// <summary>The command line of the server's executable.</summary>
public static class ServerCommands
{
    private static readonly Option<string> s_data = new("--data")
    {
        Description = "Directory of the journal, the keys and the logs",
        DefaultValueFactory = _ => "data",
    };

    private static readonly Option<string> s_network = new("--network")
    {
        Description = "The network file",
        DefaultValueFactory = _ => Path.Combine("deploy", "networks", "mid-and-south-essex.json"),
    };

    private static readonly Option<string> s_opel = new("--opel")
    {
        Description = "Folder of the OPEL rule-set files (default: the shipped one beside the program)",
        DefaultValueFactory = _ => AdoptableRuleSets.ShippedFolder,
    };

    private static readonly Option<string> s_at = new("--at")
    {
        Description = "Instant to score, from the entries recorded by then, such as 2026-11-22T08:00:00Z",
        Required = true,
    };

    private static readonly Option<string?> s_ruleSet = new("--rule-set")
    {
        Description = "A rule-set file, or the identity of an adopted one (default: the one in force at the instant)",
    };

    private static readonly Option<int> s_port = new("--port")
    {
        Description = "Port of pages, API and hub on this machine; 0 for any free one",
        DefaultValueFactory = _ => 8080,
    };

    private static readonly Option<int> s_mllpPort = new("--mllp-port")
    {
        Description = "Port of HL7 over MLLP on this machine; 0 for any free one",
        DefaultValueFactory = _ => 2575,
    };

    private static readonly Option<string> s_listen = new("--listen")
    {
        Description = "Address on which both ports listen; other than loopback it asks for TLS and feed keys",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<string?> s_certificate = new("--certificate")
    {
        Description = "The server's certificate with its chain (PEM); both ports then speak TLS",
    };

    private static readonly Option<string?> s_certificateKey = new("--certificate-key")
    {
        Description = "The private key of --certificate (PEM)",
    };

    private static readonly Option<string[]> s_mllpAllow = new("--mllp-allow")
    {
        Description = "Addresses that may send HL7, such as 10.20.0.0/24; may be given several times (default: any)",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<double?> s_speed = new("--speed")
    {
        Description = "Run a simulated day this many times as fast as real time",
    };

    private static readonly Option<string?> s_clockStart = new("--clock-start")
    {
        Description = "Instant at which a new simulated day begins, such as 2026-11-22T06:00:00Z",
    };

    private static readonly Option<string[]> s_hostNames = new("--host-name")
    {
        Description = "Name by which a reverse proxy on this machine calls the server; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> s_signIn = new("--sign-in")
    {
        Description = "File on how people sign in with their organisation's provider, such as those of deploy/sign-in",
    };

    private static readonly Option<string?> s_notifications = new("--notifications")
    {
        Description = "File on who is told by mail or webhook, such as those of deploy/notifications",
    };

    private static readonly Option<string?> s_formKeysCertificate = new(FormKeysCertificate.OptionName)
    {
        Description = "A certificate with its key (PEM, RSA) that encrypts the keys of forms and sessions",
    };

    private static readonly Option<string> s_until = new("--until")
    {
        Description = "Replay the entries recorded by this instant, such as 2026-11-22T14:30:00Z",
        Required = true,
    };

    private static readonly Option<string> s_month = new("--month")
    {
        Description = "Report this month of the local calendar, such as 2023-01",
        Required = true,
    };

    private static readonly Option<string> s_format = new("--format")
    {
        Description = "text or csv",
        DefaultValueFactory = _ => "text",
    };

    private static readonly Option<string> s_report = new("--report")
    {
        Description = "Which return: " + string.Join(", ", NationalReports.Names),
        Required = true,
    };

    private static readonly Option<string> s_date = new("--date")
    {
        Description = "Day of reporting, such as 2026-11-22: beds at its 08:00, events of the day before",
        Required = true,
    };

    private static readonly Option<bool> s_latest = new("--latest")
    {
        Description = "Count what was recorded after that 08:00 too",
    };

    /// <summary>Runs a command line. Returns the exit code (<see cref="ExitCodes"/>).</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var parsed = Root(output).Parse(args);
        try
        {
            if (parsed.Errors.Count > 0)
            {
                throw new StartRefusedException(
                    ExitCodes.BadConfiguration,
                    [.. parsed.Errors.Select(error => new ConfigurationError("command line", error.Message))]);
            }

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = errors,
            });
        }
        catch (StartRefusedException refused)
        {
            foreach (var error in refused.Errors)
            {
                await errors.WriteLineAsync(error.ToString());
            }

            return refused.ExitCode;
        }
    }

    private static RootCommand Root(TextWriter output)
    {
        var serve = new Command("serve", "Run the control centre")
        {
            s_port, s_mllpPort, s_data, s_network, s_opel, s_speed, s_clockStart, s_listen, s_certificate,
            s_certificateKey, s_mllpAllow, s_hostNames, s_signIn, s_notifications, s_formKeysCertificate,
        };
        serve.SetAction((parsed, token) => ServeCommand.RunAsync(OptionsOf(parsed), output, token));
        var verify = new Command("verify-journal", "Check every entry of a journal and the state it leads to")
        {
            s_data,
        };
        verify.SetAction((parsed, token) => VerifyJournalCommand.RunAsync(
            parsed.GetRequiredValue(s_data), output, token));
        var replay = new Command("replay", "Print the picture of a past instant as JSON") { s_data, s_until };
        replay.SetAction((parsed, token) => ReplayCommand.RunAsync(
            parsed.GetRequiredValue(s_data), InstantOf(s_until.Name, parsed.GetRequiredValue(s_until)), output, token));
        var report = new Command("report", "Print a month's figures as the board paper gives them")
        {
            s_data, s_month, s_format,
        };
        report.SetAction((parsed, token) => ReportAsync(parsed, output, token));
        var opel = new Command("opel", "Print OPEL of a past instant as JSON") { s_data, s_at, s_ruleSet };
        opel.SetAction((parsed, token) => OpelCommand.RunAsync(
            parsed.GetRequiredValue(s_data),
            InstantOf(s_at.Name, parsed.GetRequiredValue(s_at)),
            parsed.GetValue(s_ruleSet),
            output,
            token));
        var export = new Command("export", "Print a national return as CSV") { s_data, s_report, s_date, s_latest };
        export.SetAction((parsed, token) => ExportCommand.RunAsync(
            parsed.GetRequiredValue(s_data),
            parsed.GetRequiredValue(s_report),
            parsed.GetRequiredValue(s_date),
            parsed.GetValue(s_latest),
            output,
            token));
        var root = new RootCommand("The control centre of a health system's urgent and emergency care")
        {
            serve, verify, replay, report, opel, export, s_port, s_mllpPort, s_data, s_network, s_opel, s_speed,
            s_clockStart, s_listen, s_certificate, s_certificateKey, s_mllpAllow, s_hostNames, s_signIn,
            s_notifications, s_formKeysCertificate,
            FeedKeyCommands.Create(s_data, s_network, output),
            AccessKeyCommands.Create(s_data, s_network, output),
            AccountCommands.Create(s_data, s_network, output),
            WallScreenCommands.Create(s_data, output),
        };
        root.SetAction((parsed, token) => ServeCommand.RunAsync(OptionsOf(parsed), output, token));
        return root;
    }

    private static Task<int> ReportAsync(ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        var errors = new List<ConfigurationError>();
        var (monthText, formatText) = (parsed.GetRequiredValue(s_month), parsed.GetRequiredValue(s_format));
        if (!CalendarMonth.TryParse(monthText, out var month))
        {
            errors.Add(new(s_month.Name, $"found '{monthText}'; expected a month such as 2023-01."));
        }

        ReportFormat? format = formatText switch
        {
            "text" => ReportFormat.Text,
            "csv" => ReportFormat.Csv,
            _ => null,
        };
        if (format is null)
        {
            errors.Add(new(s_format.Name, $"found '{formatText}'; expected text or csv."));
        }

        return errors.Count == 0
            ? ReportCommand.RunAsync(
                parsed.GetRequiredValue(s_data), month, format!.Value, output, cancellationToken)
            : throw new StartRefusedException(ExitCodes.BadConfiguration, errors);
    }

    private static ServerOptions OptionsOf(ParseResult parsed)
    {
        var errors = new List<ConfigurationError>();
        var options = new ServerOptions
        {
            HttpPort = Port(s_port),
            MllpPort = Port(s_mllpPort),
            DataDirectory = parsed.GetRequiredValue(s_data),
            NetworkFile = parsed.GetRequiredValue(s_network),
            OpelFolder = parsed.GetRequiredValue(s_opel),
            Speed = parsed.GetValue(s_speed),
            ClockStart = Instant(s_clockStart),
            Listen = ListenOptionsReader.Address(s_listen.Name, parsed.GetRequiredValue(s_listen), errors),
            CertificateFile = parsed.GetValue(s_certificate),
            CertificateKeyFile = parsed.GetValue(s_certificateKey),
            MllpAllowed = ListenOptionsReader.Networks(
                s_mllpAllow.Name, parsed.GetValue(s_mllpAllow) ?? [], errors),
            HostNames = parsed.GetValue(s_hostNames) ?? [],
            SignInFile = parsed.GetValue(s_signIn),
            NotificationsFile = parsed.GetValue(s_notifications),
            FormKeysCertificateFile = parsed.GetValue(s_formKeysCertificate),
        };
        ListenOptionsReader.CheckNames(s_hostNames.Name, options.HostNames, errors);
        if (options.CertificateFile is null != options.CertificateKeyFile is null)
        {
            errors.Add(new("--certificate", "belongs together with --certificate-key; give both, or neither."));
        }

        if (options.Speed is { } speed && (!double.IsFinite(speed) || speed is < 1 or > 3600))
        {
            errors.Add(new("--speed", FormattableString.Invariant($"found {speed}; expected 1 to 3600.")));
        }

        if (options.ClockStart is not null && options.Speed is null)
        {
            errors.Add(new("--clock-start", "is for a simulated day; give --speed with it, or leave it out."));
        }

        if (options.HttpPort == options.MllpPort && options.HttpPort != 0)
        {
            errors.Add(new("--mllp-port", $"found {options.MllpPort}, which is --port too; give another."));
        }

        return errors.Count == 0 ? options : throw new StartRefusedException(ExitCodes.BadConfiguration, errors);

        int Port(Option<int> option)
        {
            var port = parsed.GetValue(option);
            if (port is < 0 or > 65535)
            {
                errors.Add(new(option.Name, $"found {port}; expected a port from 1 to 65535, or 0 for any free one."));
            }

            return port;
        }

        DateTimeOffset? Instant(Option<string?> option)
        {
            try
            {
                return parsed.GetValue(option) is { } text ? InstantOf(option.Name, text) : null;
            }
            catch (StartRefusedException refused)
            {
                errors.AddRange(refused.Errors);
                return null;
            }
        }
    }

    private static DateTimeOffset InstantOf(string option, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                option,
                $"found '{text}'; expected an instant such as 2026-11-22T14:30:00Z.");
}
