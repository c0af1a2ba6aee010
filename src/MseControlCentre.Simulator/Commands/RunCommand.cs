using System.CommandLine;
using System.Globalization;
using MseControlCentre.Simulator.Delivery;

namespace MseControlCentre.Simulator.Commands;

/// <summary><c>run</c>: follows a server's clock and sends it the simulated days.</summary>
internal sealed class RunCommand
{
    private readonly Option<Uri> _server = new("--server")
    {
        Description = "Address of the server, such as http://127.0.0.1:8080.", Required = true,
            CustomParser = CommandOptions.ParseServer,
    };

    private readonly Option<string> _mllp =
        new("--mllp") { Description = "HOST:PORT of the HL7 port.", Required = true };
    private readonly Option<string> _network = CommandOptions.Network();
    private readonly Option<ulong> _seed = CommandOptions.Seed();
    private readonly Option<Faults> _faults = CommandOptions.DeliveryFaults();
    private readonly Option<Worlds.Surge[]> _surges = CommandOptions.Surges();
    private readonly Option<DateTimeOffset?> _until =
        CommandOptions.OptionalInstant("--until", "Simulated instant at which to stop");
    private readonly Option<bool> _noCensus = new("--no-census") { Description = "Leave out the census." };
    private readonly Option<bool> _restart = new("--restart")
    {
        Description = "Every sixth simulated hour the senders lose their connections and send the last hour again.",
    };

    private readonly Option<string?> _keys = new("--keys")
    {
        Description = "JSON file of feeds' keys, { \"basildon-ed\": \"msecc_...\" }; needed where keys exist.",
    };

    private readonly Option<string[]> _missing = new("--missing")
    {
        Description = "A feed that is down: FEED or FEED@HH:MM-HH:MM; may be given several times.",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var run = new RunCommand();
        var command = new Command("run", "Send the simulated days to a server, following its clock.")
        {
            run._server, run._mllp, run._network, run._seed, run._faults, run._missing, run._restart, run._surges,
            run._until, run._noCensus, run._keys,
        };
        command.SetAction(run.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var options = Read(result);
        using var http = new HttpClient { BaseAddress = options.Server, Timeout = TimeSpan.FromSeconds(40) };
        using var board = BoardClient.Of(options.Server);
        await using var session = new RunSession(options, TimeProvider.System, http, Console.Out.WriteLine, board);
        try
        {
            await session.RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.Out.WriteLine("Stopped.");
        }

        return 0;
    }

    private RunOptions Read(ParseResult result)
    {
        var (host, port) = Address(result.GetRequiredValue(_mllp));
        var network = CommandOptions.ReadNetwork(result, _network);
        var missing = (result.GetValue(_missing) ?? []).Select(Missing).ToList();
        if (missing.Find(one => network.Feeds.All(feed => !one.Covers(feed.Id, one.From ?? default))) is { } unknown)
        {
            var known = string.Join(", ", network.Feeds.Select(feed => feed.Id));
            throw new CommandException($"--missing: '{unknown.Feed}' is no feed; there are {known}.");
        }

        return new RunOptions
        {
            Server = result.GetRequiredValue(_server),
            MllpHost = host,
            MllpPort = port,
            Network = network,
            Seed = result.GetValue(_seed),
            Keys = KeyFile.Read(result.GetValue(_keys), network),
            Faults = result.GetValue(_faults),
            Surges = result.GetValue(_surges) ?? [],
            Missing = missing,
            Restarts = result.GetValue(_restart),
            NoCensus = result.GetValue(_noCensus),
            Until = result.GetValue(_until),
        };
    }

    private static (string Host, int Port) Address(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0
            && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and < 65536
            ? (text[..colon], port)
            : throw new CommandException($"--mllp: '{text}' is no HOST:PORT.");
    }

    private static MissingFeed Missing(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return new MissingFeed(text, null, null);
        }

        var times = text[(at + 1)..].Split('-');
        return times.Length == 2
            && TimeOnly.TryParse(times[0], CultureInfo.InvariantCulture, out var from)
            && TimeOnly.TryParse(times[1], CultureInfo.InvariantCulture, out var to)
            ? new MissingFeed(text[..at], from, to)
            : throw new CommandException($"--missing: '{text}' is not understood; FEED@09:00-10:30 is expected.");
    }
}
