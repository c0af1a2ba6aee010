using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Credentials;

/// <summary>The certificate that encrypts the keys of forms and sessions where they are stored.</summary>
public static class FormKeysCertificate
{
    /// <summary>The option that names its file.</summary>
    public const string OptionName = "--form-keys-certificate";

    /// <summary>Reads it and its key (PEM, both in one file, RSA). When it expires does not matter here.</summary>
    /// <param name="file">The file, outside the data directory: whoever copies the one must not have the other.</param>
    /// <param name="dataDirectory">The data directory.</param>
    /// <exception cref="StartRefusedException">It cannot be read or used, or lies beside what it encrypts.</exception>
    public static X509Certificate2 Read(string file, string dataDirectory)
    {
        var (full, data) = (Path.GetFullPath(file), Path.GetFullPath(dataDirectory));
        var inData = Path.TrimEndingDirectorySeparator(data) + Path.DirectorySeparatorChar;
        if (full.StartsWith(inData, StringComparison.Ordinal))
        {
            throw Refused(
                $"{full} is in the data directory, where a copy of the keys would hold it too; put it elsewhere.");
        }

        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(full);
            using var key = certificate.GetRSAPrivateKey();
            if (key is not null)
            {
                return certificate;
            }

            certificate.Dispose();
        }
        catch (Exception exception)
            when (exception
                is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw Refused(
                $"{full} cannot be read ({exception.Message}); a certificate and its key in one PEM were expected.",
                exception);
        }

        throw Refused($"{full} has no RSA key; other keys cannot encrypt. docs/operations.md says how to make one.");
    }

    private static StartRefusedException Refused(string what, Exception? inner = null) =>
        new(ExitCodes.BadConfiguration, OptionName, what, inner);
}
