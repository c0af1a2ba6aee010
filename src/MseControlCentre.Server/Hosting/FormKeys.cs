using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;

namespace MseControlCentre.Server.Hosting;

/// <summary>
/// The keys that sign forms and sessions: kept in the data directory, so that both outlive a restart, and encrypted
/// there when the operator gives a certificate.
/// </summary>
public static partial class FormKeys
{
    /// <summary>Adds them.</summary>
    /// <param name="services">Where they are added.</param>
    /// <param name="data">Where they are kept, not the home of whoever runs the server.</param>
    /// <param name="certificate">What encrypts them; null keeps them readable for the server's user.</param>
    public static void AddFormKeys(this IServiceCollection services, DataDirectory data, X509Certificate2? certificate)
    {
        ArgumentNullException.ThrowIfNull(data);
        var keys = services.AddDataProtection()
            .SetApplicationName("MseControlCentre")
            .PersistKeysToFileSystem(data.FormKeys());
        if (certificate is not null)
        {
            keys.ProtectKeysWithCertificate(certificate);
        }
    }

    /// <summary>Says in the log how they are kept, and which were kept otherwise before.</summary>
    public static void SayHowFormKeysAreKept(this IServiceProvider services)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FormKeys).FullName!);
        var folder = services.GetRequiredService<DataDirectory>().FormKeys();
        if (services.GetRequiredService<ServerOptions>().FormKeysCertificateFile is null)
        {
            SayReadable(log, folder.FullName, FormKeysCertificate.OptionName);
        }
        else if (folder.EnumerateFiles("*.xml").Count(IsReadable) is > 0 and var before)
        {
            SayBefore(log, before, folder.FullName);
        }
    }

    // <descriptor ...><masterKey p4:requiresEncryption="true"><value>...: encrypted it is an <encryptedSecret>.
    private static bool IsReadable(FileInfo key) =>
        File.ReadAllText(key.FullName).Contains("<masterKey", StringComparison.Ordinal);

    [LoggerMessage(
        LogLevel.Information,
        "The keys of forms and sessions in {Folder} are for this user only and not encrypted: keep copies as safe as "
        + "passwords, or give {Option}.")]
    private static partial void SayReadable(ILogger log, string folder, string option);

    [LoggerMessage(
        LogLevel.Warning,
        "{Count} keys of forms and sessions in {Folder} were made before they were encrypted and stay readable. "
        + "Stop the server, remove the folder and start it again to end that: people then sign in again.")]
    private static partial void SayBefore(ILogger log, int count, string folder);
}
