using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Commands;

/// <summary>The options that several commands share, each read and checked in one place.</summary>
internal static class CommandOptions
{
    /// <summary>The network file.</summary>
    public static Option<string> Network() => new("--network")
    {
        Description = "Network file (JSON).", Required = true,
    };

    /// <summary>The seed.</summary>
    public static Option<ulong> Seed() => new("--seed")
    {
        Description = "Seed of all randomness; the same seed makes the same days.", DefaultValueFactory = _ => 1,
    };

    /// <summary>An instant.</summary>
    public static Option<DateTimeOffset> Instant(string name, string description) => new(name)
    {
        Description = description + " (ISO 8601 with offset, such as 2026-11-22T10:00:00Z).",
        Required = true,
        CustomParser = result => ParseInstant(result, name),
    };

    /// <summary>An instant that can be left out.</summary>
    public static Option<DateTimeOffset?> OptionalInstant(string name, string description) => new(name)
    {
        Description = description + " (ISO 8601 with offset).",
        CustomParser = result => ParseInstant(result, name),
    };

    /// <summary>How delivery goes wrong.</summary>
    public static Option<Faults> DeliveryFaults() => new("--faults")
    {
        Description = "Any of late, duplicate, shuffle, separated by commas.",
        CustomParser = ParseFaults,
    };

    /// <summary>Hours of higher demand.</summary>
    public static Option<Surge[]> Surges() => new("--surge")
    {
        Description = "Hours of higher demand, such as 17:00-21:00=1.5; may be given several times.",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseSurges,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Reads the network file of a parsed command line.</summary>
    public static NetworkFile ReadNetwork(ParseResult result, Option<string> option) =>
        NetworkFileReader.ReadFile(result.GetRequiredValue(option));

    /// <summary>Reads the address of a server, with a slash at its end.</summary>
    public static Uri? ParseServer(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value.TrimEnd('/') + "/" : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "http" or "https")
        {
            return server;
        }

        result.AddError($"--server: '{text}' is no address; one such as http://127.0.0.1:8080 is expected.");
        return null;
    }

    private static DateTimeOffset ParseInstant(ArgumentResult result, string name)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (!DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant))
        {
            result.AddError($"{name}: '{text}' is no instant; one such as 2026-11-22T10:00:00Z is expected.");
        }

        return instant;
    }

    private static Faults ParseFaults(ArgumentResult result)
    {
        var faults = Faults.None;
        foreach (var name in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (Enum.TryParse<Faults>(name.Trim(), ignoreCase: true, out var fault) && Enum.IsDefined(fault))
            {
                faults |= fault;
            }
            else
            {
                result.AddError($"--faults: '{name}' is not known; late, duplicate and shuffle are.");
            }
        }

        return faults;
    }

    private static Surge[] ParseSurges(ArgumentResult result)
    {
        var surges = new List<Surge>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=', '-');
            if (parts.Length == 3
                && TimeOnly.TryParse(parts[0], CultureInfo.InvariantCulture, out var from)
                && TimeOnly.TryParse(parts[1], CultureInfo.InvariantCulture, out var to)
                && double.TryParse(parts[2], CultureInfo.InvariantCulture, out var factor)
                && factor is >= 0 and <= 10)
            {
                surges.Add(new Surge(from, to, factor));
            }
            else
            {
                result.AddError(
                    $"--surge: '{token.Value}' is not understood; 17:00-21:00=1.5 (factor 0 to 10) is expected.");
            }
        }

        return [.. surges];
    }
}
