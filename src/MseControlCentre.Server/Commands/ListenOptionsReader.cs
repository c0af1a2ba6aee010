using System.Net;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>Reads addresses of the command line.</summary>
internal static class ListenOptionsReader
{
    /// <summary>An address of this machine; loopback, and an error is added, when it is none.</summary>
    public static IPAddress Address(string option, string text, List<ConfigurationError> errors)
    {
        // Without a dot or colon a bare number would be taken as one.
        if (text.AsSpan().ContainsAny('.', ':') && IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        errors.Add(new(option, $"found '{text}'; expected an IP address such as 127.0.0.1, 0.0.0.0 or ::."));
        return IPAddress.Loopback;
    }

    /// <summary>Adds an error for each text that is no name of a server.</summary>
    public static void CheckNames(string option, IReadOnlyList<string> names, List<ConfigurationError> errors)
    {
        foreach (var name in names.Where(name => Uri.CheckHostName(name) is UriHostNameType.Unknown))
        {
            errors.Add(new(
                option, $"found '{name}'; expected a name such as board.example.nhs.uk, without port or path."));
        }
    }

    /// <summary>Ranges of addresses.</summary>
    public static IReadOnlyList<IPNetwork> Networks(
        string option, IReadOnlyList<string> texts, List<ConfigurationError> errors)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in texts)
        {
            var whole = text.Contains('/', StringComparison.Ordinal) ? text
                : text + (text.Contains(':', StringComparison.Ordinal) ? "/128" : "/32");
            if (IPNetwork.TryParse(whole, out var network))
            {
                networks.Add(network);
            }
            else
            {
                errors.Add(new(
                    option,
                    $"found '{text}'; expected an address or a range such as 10.20.0.0/24."));
            }
        }

        return networks;
    }
}
