using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>
/// The keys of forms and sessions: kept in the data directory, encrypted there with the operator's certificate, and told of
/// plainly where there is none.
/// </summary>
public sealed class FormKeysTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly TemporaryDirectory _elsewhere = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_OutlivesARestart_WithAndWithoutACertificate(bool encrypted)
    {
        var certificate = encrypted ? Certificate("keys.pem") : null;
        Visitor person;
        await using (var before = await StartAsync(certificate))
        {
            person = await LocalPerson.MakeAsync(before);
        }

        using var first = person;
        await using var after = await StartAsync(certificate);
        using var same = Returning(person, after);

        Assert.True(await LocalPerson.IsInAsync(same));
    }

    [Fact]
    public async Task Keys_WithACertificate_AreReadableWithItOnly()
    {
        var certificate = Certificate("keys.pem");
        Visitor person;
        await using (var before = await StartAsync(certificate))
        {
            person = await LocalPerson.MakeAsync(before);
        }

        using var first = person;
        var keys = Keys();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<encryptedSecret", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));
        await using var after = await StartAsync(Certificate("others.pem"));
        using var same = Returning(person, after);
        Assert.False(await LocalPerson.IsInAsync(same));
    }

    [Fact]
    public async Task Start_WithoutACertificate_SaysThatKeysAreNotEncryptedAndWhatHelps()
    {
        await using (await StartAsync(null))
        {
            Assert.All(Keys(), key => Assert.Contains("<masterKey", key, StringComparison.Ordinal));
        }

        var log = Log();
        Assert.Contains("not encrypted", log, StringComparison.Ordinal);
        Assert.Contains("--form-keys-certificate", log, StringComparison.Ordinal);
        Assert.DoesNotContain("XML encryptor", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithACertificateAfterYearsWithout_SaysWhichKeysStayReadable()
    {
        await (await StartAsync(null)).DisposeAsync();
        await (await StartAsync(Certificate("keys.pem"))).DisposeAsync();

        Assert.Contains("1 keys of forms and sessions", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithACertificateThatWillNotDo_IsRefusedWithItsRemedy()
    {
        var beside = Path.Combine(_data.Path, "keys.pem");
        File.Copy(Certificate("keys.pem"), beside);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var other = Write("curve.pem", new CertificateRequest("CN=keys", curve, HashAlgorithmName.SHA256), curve);

        Assert.Contains("put it elsewhere", await RefusedAsync(beside), StringComparison.Ordinal);
        Assert.Contains("no RSA key", await RefusedAsync(other), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be read", await RefusedAsync(Path.Combine(_elsewhere.Path, "none.pem")), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _elsewhere.Dispose();
    }

    private static Visitor Returning(Visitor person, RunningServer server)
    {
        var same = new Visitor(server);
        same.Cookies.Add(person.Cookies.GetAllCookies());
        return same;
    }

    private Task<RunningServer> StartAsync(string? certificate) => RunningServer.StartAsync(options => options with
    {
        DataDirectory = _data.Path, FormKeysCertificateFile = certificate,
    });

    private async Task<string> RefusedAsync(string certificate)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(certificate));
        Assert.Equal(ExitCodes.BadConfiguration, refused.ExitCode);
        return Assert.Single(refused.Errors).ToString();
    }

    private string[] Keys() =>
        [.. Directory.GetFiles(Path.Combine(_data.Path, "form-keys"), "*.xml").Select(File.ReadAllText)];

    private string Log() => ServerLog.Of(_data.Path);

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        return Write(
            name, new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), key);
    }

    private string Write(string name, CertificateRequest request, AsymmetricAlgorithm key)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var file = Path.Combine(_elsewhere.Path, name);
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
