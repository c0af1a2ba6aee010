using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MseControlCentre.Server.Tests.FeedKeys;

/// <summary>An authority and certificates of its own making, in files of a directory.</summary>
internal sealed class TestCertificates : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private readonly string _directory;
    private readonly DateTimeOffset _from = TimeProvider.System.GetUtcNow().AddDays(-10);

    public TestCertificates(string directory, string name = "Test authority")
    {
        _directory = Directory.CreateDirectory(Path.Combine(directory, name)).FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        Authority = request.CreateSelfSigned(_from, _from.AddDays(100));
        AuthorityFile = Path.Combine(_directory, "authority.pem");
        File.WriteAllText(AuthorityFile, Authority.ExportCertificatePem());
        (ServerFile, ServerKeyFile) = Write("server", Issue("server", ServerUse, _from.AddDays(50)));
    }

    public X509Certificate2 Authority { get; }

    public string AuthorityFile { get; }

    public string ServerFile { get; }

    public string ServerKeyFile { get; }

    /// <summary>What trusts this authority and no other.</summary>
    public X509ChainPolicy Trust()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(Authority);
        return policy;
    }

    /// <summary>A client certificate with its key, and the file of it without.</summary>
    public (X509Certificate2 Certificate, string File) Client(string name, bool expired = false)
    {
        var certificate = Issue(name, ClientUse, expired ? _from.AddDays(5) : _from.AddDays(50));
        return (certificate, Write(name, certificate).Certificate);
    }

    /// <summary>A server certificate that has expired.</summary>
    public (string Certificate, string Key) ExpiredServer() => Write("old", Issue("old", ServerUse, _from.AddDays(5)));

    public void Dispose() => Authority.Dispose();

    private X509Certificate2 Issue(string name, string use, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(Authority, _from, until, RandomNumberGenerator.GetBytes(12));
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private (string Certificate, string Key) Write(string name, X509Certificate2 certificate)
    {
        var (file, keyFile) = (Path.Combine(_directory, name + ".pem"), Path.Combine(_directory, name + ".key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (file, keyFile);
    }
}
