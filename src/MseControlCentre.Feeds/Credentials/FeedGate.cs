using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MseControlCentre.Feeds.Credentials;

/// <summary>
/// Says who stands at the feeds' doors. A source that has, or ever had, a credential is let in with it only. A source
/// without any is let in only from this machine, at a server that nobody else can reach.
/// </summary>
/// <param name="credentials">The feeds' credentials.</param>
/// <param name="exposure">From where the doors can be reached.</param>
/// <param name="time">Real time, also on a simulated day: keys and certificates live in it.</param>
public sealed class FeedGate(IFeedCredentials credentials, FeedExposure exposure, TimeProvider time)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>The sender of a request; null when it is to be refused whatever it says.</summary>
    /// <param name="authorization">The header as sent; null when there is none.</param>
    /// <param name="remote">Where it comes from.</param>
    /// <param name="isForwarded">Whether a proxy passed it on: it then comes from anywhere.</param>
    public FeedSender? OfRequest(string? authorization, IPAddress? remote, bool isForwarded)
    {
        var isLocal = !isForwarded && exposure.IsLocal(remote);
        if (authorization is null)
        {
            return isLocal ? new FeedSender(credentials, _ => false, isLocal, time) : null;
        }

        var hash = FeedKey.HashOfHeader(authorization);
        var sender = new FeedSender(
            credentials,
            one => CryptographicOperations.FixedTimeEquals(one.Proof.Span, hash) && one.Kind == CredentialKind.Key,
            isLocal: false,
            time);
        return sender.IsKnown ? sender : null;
    }

    /// <summary>The sender on an MLLP connection.</summary>
    /// <param name="remote">Where it comes from.</param>
    /// <param name="certificate">The client certificate it has proved to hold; null when there is none.</param>
    public FeedSender OfConnection(IPAddress? remote, X509Certificate2? certificate) => new(
        credentials, one => certificate is not null && IsShownBy(certificate, one), exposure.IsLocal(remote), time);

    /// <summary>Why an address may not send HL7 at all; null when it may.</summary>
    public Rejection? RefusalOf(IPAddress? remote) => exposure.MaySendHl7(remote) ? null : FeedRefusals.OtherAddress;

    private bool IsShownBy(X509Certificate2 certificate, FeedCredential credential)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now < certificate.NotBefore.ToUniversalTime() || now > certificate.NotAfter.ToUniversalTime())
        {
            return false;
        }

        return credential.Kind switch
        {
            CredentialKind.Certificate => CryptographicOperations.FixedTimeEquals(
                credential.Proof.Span, SHA256.HashData(certificate.RawDataMemory.Span)),
            CredentialKind.Authority => IsIssuedBy(certificate, credential.Authority),
            _ => false,
        };
    }

    // No list of revoked certificates is asked for: this server may have no way out. Revoke the credential instead.
    private bool IsIssuedBy(X509Certificate2 certificate, ReadOnlyMemory<byte> authority)
    {
        using var root = X509CertificateLoader.LoadCertificate(authority.Span);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        return chain.Build(certificate);
    }
}
