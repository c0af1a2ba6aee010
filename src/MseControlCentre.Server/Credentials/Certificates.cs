using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Credentials;

/// <summary>Certificates in files. Whatever is wrong with one is told by the option that named it.</summary>
public static class Certificates
{
    /// <summary>Reads a certificate (PEM or DER). Returns its DER.</summary>
    /// <exception cref="StartRefusedException">It cannot be read.</exception>
    public static byte[] Read(string option, string path)
    {
        using var certificate = Try(option, path, () => X509CertificateLoader.LoadCertificateFromFile(path));
        return certificate.RawData;
    }

    /// <summary>Reads the certificate of an authority (PEM or DER). Returns its DER.</summary>
    /// <exception cref="StartRefusedException">It cannot be read, or is no authority's.</exception>
    public static byte[] ReadAuthority(string option, string path)
    {
        using var certificate = Try(option, path, () => X509CertificateLoader.LoadCertificateFromFile(path));
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>()
            .Any(constraints => constraints.CertificateAuthority);
        return isAuthority
            ? certificate.RawData
            : throw Refused(
                option, path, "is no authority's certificate; to pin one certificate give --client-certificate");
    }

    /// <summary>Reads the server's certificate, its key and its chain (PEM).</summary>
    /// <exception cref="StartRefusedException">
    /// They cannot be read, do not belong together, or have expired.
    /// </exception>
    public static ServerCertificate ReadServers(string file, string keyFile, DateTimeOffset now)
    {
        var certificate = Try("--certificate", file, () =>
        {
            using var read = X509Certificate2.CreateFromPemFile(file, keyFile);

            // Through PKCS #12: a key straight from PEM is not usable for TLS on every system.
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        });
        if (now.UtcDateTime > certificate.NotAfter.ToUniversalTime())
        {
            using (certificate)
            {
                var end = certificate.NotAfter.ToUniversalTime();
                throw Refused("--certificate", file, $"expired at {end:O}; put a new one there");
            }
        }

        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        return new ServerCertificate(certificate, chain);
    }

    private static T Try<T>(string option, string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception
                is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw Refused(
                option, path, $"cannot be read ({exception.Message}); a certificate in PEM was expected", exception);
        }
    }

    private static StartRefusedException Refused(string option, string path, string what, Exception? inner = null) =>
        new(ExitCodes.BadConfiguration, option, $"{Path.GetFullPath(path)} {what}.", inner);
}

/// <summary>What the server shows in TLS.</summary>
/// <param name="Own">Its certificate with its private key.</param>
/// <param name="Chain">The certificates that lead from it to its authority.</param>
public sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain);
