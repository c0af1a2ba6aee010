using System.Net;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Hosting;

/// <summary>Where this server is, for links that leave it.</summary>
/// <param name="options">What it listens on, and what it is called.</param>
/// <param name="ports">The ports that it has; known once started.</param>
public sealed class OwnAddress(ServerOptions options, BoundPorts ports)
{
    /// <summary>Where pages, API and hub are, as this machine calls them. Known once started.</summary>
    public Uri Http => new(
        $"{(options.CertificateFile is null ? "http" : "https")}://{At(options.Listen, ports.Http)}/");

    /// <summary>Where people reach it: by the first name of its proxy, else as this machine does.</summary>
    public Uri Public => options.HostNames is [var name, ..] ? new Uri($"https://{name}/") : Http;

    /// <summary>The first name of its proxy; one that leads nowhere when it has none (RFC 2606).</summary>
    public string Name => options.HostNames is [var name, ..] ? name : "control-centre.invalid";

    /// <summary>
    /// An address and port; this machine may call itself by loopback where it listens on every address.
    /// </summary>
    public static string At(IPAddress listen, int port)
    {
        ArgumentNullException.ThrowIfNull(listen);
        return new IPEndPoint(
            listen.Equals(IPAddress.Any) ? IPAddress.Loopback
                : listen.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
                : listen,
            port).ToString();
    }
}
