using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.FeedKeys;

/// <summary>A sender of HL7 over MLLP in TLS. Every wait is bounded.</summary>
internal sealed class SecureMllpSender : IDisposable
{
    private static readonly TimeSpan s_patience = Eventually.Patience;
    private readonly TcpClient _client = new();
    private SslStream? _tls;

    public static async Task<SecureMllpSender> ConnectAsync(
        int port, X509ChainPolicy trust, X509Certificate2? certificate)
    {
        var sender = new SecureMllpSender();
        await sender._client.ConnectAsync(IPAddress.Loopback, port);
        sender._tls = new SslStream(sender._client.GetStream());
        await sender._tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "127.0.0.1",
            CertificateChainPolicy = trust,
            ClientCertificateContext = certificate is null
                ? null
                : SslStreamCertificateContext.Create(certificate, null, offline: true),
        });
        return sender;
    }

    /// <summary>An admission at Basildon or, by its facility, elsewhere.</summary>
    public static string Admission(RunningServer server, string number, string facility = "RAJ12")
    {
        var time = server.Now.ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        return $"MSH|^~\\&|PAS|{facility}|SCC|QH8|{time}||ADT^A01|{number}|P|2.4\rEVN||{time}||||{time}\r"
            + $"PID|||77{number}^^^{facility}^PI\rPV1||I|^AMU^01^{facility}||||||||||||||||V{number}\r";
    }

    public async Task<string> SendAsync(string message)
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _tls!.WriteAsync(MllpSender.Frame(message), patience.Token);
        var answer = new List<byte>();
        var one = new byte[1];
        while (one[0] != 0x1C)
        {
            await _tls.ReadExactlyAsync(one, patience.Token);
            answer.Add(one[0]);
        }

        await _tls.ReadExactlyAsync(one, patience.Token);
        return Encoding.UTF8.GetString([.. answer[1..^1]]);
    }

    public void Dispose()
    {
        _tls?.Dispose();
        _client.Dispose();
    }
}
