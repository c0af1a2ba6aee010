using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MseControlCentre.Server.Hosting;

/// <summary>The ports the server listens on, known once it has started (port 0 takes any free one).</summary>
public sealed class BoundPorts
{
    private ListenOptions? _http;
    private ListenOptions? _mllp;

    /// <summary>Port of pages, API and hub.</summary>
    public int Http => PortOf(_http);

    /// <summary>Port of HL7 over MLLP.</summary>
    public int Mllp => PortOf(_mllp);

    /// <summary>Remembers where pages are served.</summary>
    public void IsHttp(ListenOptions options) => _http = options;

    /// <summary>Remembers where HL7 is awaited.</summary>
    public void IsMllp(ListenOptions options) => _mllp = options;

    // Kestrel writes the bound end point back into the options.
    private static int PortOf(ListenOptions? options) =>
        options?.IPEndPoint?.Port ?? throw new InvalidOperationException("The server has not started.");
}
