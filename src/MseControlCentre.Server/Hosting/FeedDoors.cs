using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using MseControlCentre.Feeds.Hl7v2.Framing;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;

namespace MseControlCentre.Server.Hosting;

/// <summary>The server's two ports: where they listen, and what is shown on them in TLS.</summary>
internal static class FeedDoors
{
    /// <summary>Opens both when the server starts.</summary>
    public static void Open(
        KestrelServerOptions kestrel, ServerOptions options, ServerCertificate? tls, BoundPorts ports)
    {
        kestrel.Bound(options.Limits);
        kestrel.Listen(options.Listen, options.HttpPort, listen =>
        {
            ConnectionCap.On(listen, options.Limits);
            listen.Protocols = HttpProtocols.Http1;
            Secure(listen, tls, ClientCertificateMode.NoCertificate);
            ports.IsHttp(listen);
        });
        kestrel.Listen(options.Listen, options.MllpPort, listen =>
        {
            ConnectionCap.On(
                listen,
                options.Limits,
                () => listen.ApplicationServices.GetRequiredService<IFrameReceiver>().Refused());

            // Any client certificate passes the handshake: the door behind it says in HL7 why it takes no message.
            Secure(listen, tls, ClientCertificateMode.AllowCertificate);
            listen.UseConnectionHandler<MllpConnectionHandler>();
            ports.IsMllp(listen);
        });
    }

    private static void Secure(ListenOptions listen, ServerCertificate? tls, ClientCertificateMode clients)
    {
        if (tls is null)
        {
            return;
        }

        listen.UseHttps(https =>
        {
            https.ServerCertificate = tls.Own;
            https.ServerCertificateChain = tls.Chain;
            https.ClientCertificateMode = clients;
            https.AllowAnyClientCertificate();
        });
    }
}
