using System.Net;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Credentials;

/// <summary>
/// Before a server that other machines can reach starts: messages must not cross a network in the clear, and nobody may
/// speak for a feed unproved.
/// </summary>
public static class ExposureCheck
{
    /// <summary>Refuses a start that would leave a door open, and says exactly how to close it.</summary>
    /// <exception cref="StartRefusedException">TLS or the credential of a source is missing.</exception>
    public static void Require(
        ServerOptions options, NetworkMap network, IReadOnlyList<FeedCredential> credentials, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(network);
        if (IPAddress.IsLoopback(options.Listen))
        {
            return;
        }

        var errors = new List<ConfigurationError>();
        if (options.CertificateFile is null)
        {
            errors.Add(new(
                "--listen",
                $"other machines can reach {options.Listen}, and messages would cross the network in the clear. Give "
                + "--certificate FILE and --certificate-key FILE, or leave out --listen."));
        }

        var live = credentials.Where(one => one.IsLive(now)).Select(one => one.Source)
            .ToHashSet(StringComparer.Ordinal);
        errors.AddRange(network.Feeds.Where(feed => !live.Contains(feed.Id)).Select(feed => new ConfigurationError(
            "--listen",
            $"the source {feed.Id} has no credential, so anybody could speak for it. Run: {Command(feed, options)}")));
        if (errors.Count > 0)
        {
            throw new StartRefusedException(ExitCodes.BadConfiguration, errors);
        }
    }

    private static string Command(Feed feed, ServerOptions options)
    {
        var certificate = feed.Protocol == FeedProtocol.Hl7v2 ? " --client-certificate FILE" : string.Empty;
        return $"feed-key add {feed.Id}{certificate} --data {Quoted(options.DataDirectory)} --network "
            + Quoted(options.NetworkFile);
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
