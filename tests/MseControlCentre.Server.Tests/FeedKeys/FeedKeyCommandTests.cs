using System.Net;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.FeedKeys;

/// <summary>The commands of feed keys, and the start that asks for them.</summary>
public sealed class FeedKeyCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestCertificates _certificates;

    public FeedKeyCommandTests() => _certificates = new TestCertificates(_directory.Path);

    private string Data => Path.Combine(_directory.Path, "data");

    [Fact]
    public async Task AddRotateRevoke_AreShownByList()
    {
        var (first, key) = await KeyedServer.KeyAsync(Data, "feed-key", "add", "basildon-ed");
        var (second, next) = await KeyedServer.KeyAsync(
            Data, "feed-key", "rotate", "basildon-ed", "--overlap-hours", "24");
        var (_, twice) = await KeyedServer.RunAsync(Data, "feed-key", "rotate", "basildon-ed");
        await KeyedServer.JsonAsync(Data, "feed-key", "revoke", first);
        var list = (await KeyedServer.JsonAsync(Data, "feed-key", "list")).EnumerateArray().ToList();
        var (_, words) = await KeyedServer.RunAsync(Data, "feed-key", "list");

        Assert.Contains("rotated already", twice, StringComparison.Ordinal);
        Assert.Equal([first, second], list.Select(one => one.GetProperty("id").GetString()));
        Assert.Equal(["revoked", "live"], list.Select(one => one.GetProperty("state").GetString()));
        Assert.Equal("RAJ12", list[1].GetProperty("sites")[0].GetString());
        Assert.DoesNotContain(list, one => one.TryGetProperty("key", out _));
        Assert.Contains(second, words, StringComparison.Ordinal);
        Assert.DoesNotContain(key, words, StringComparison.Ordinal);
        Assert.NotEqual(key, next);
        Assert.Equal(49, key.Length);
    }

    [Theory]
    [InlineData("no such feed", "add", "nobody")]
    [InlineData("--client-certificate", "add", "basildon-pas")]
    [InlineData("does not tell about", "add", "basildon-ed", "--site", "RAJ01")]
    [InlineData("feed-key add", "rotate", "basildon-ed")]
    [InlineData("feed-key list", "revoke", "basildon-ed-000000")]
    [InlineData("cannot be read", "add", "basildon-pas", "--client-certificate", "/nowhere.pem")]
    [InlineData("over HTTP", "add", "basildon-ed", "--client-certificate", "/nowhere.pem")]
    public async Task Mistakes_AreNamedWithTheirRemedy(string expected, params string[] arguments)
    {
        var (code, text) = await KeyedServer.RunAsync(Data, ["feed-key", .. arguments]);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_ThatIsNone_IsRefused()
    {
        var (code, text) = await KeyedServer.RunAsync(
            Data, "feed-key", "add", "basildon-pas", "--client-authority", _certificates.Client("engine").File);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("no authority's certificate", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAnotherAddressWithoutAnything_SaysEveryCommandThatMendsIt()
    {
        var (code, text) = await ServeAsync("--listen", "0.0.0.0");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("--certificate FILE", text, StringComparison.Ordinal);
        foreach (var feed in Network.Feeds)
        {
            Assert.Contains($"feed-key add {feed.Id} ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_WithOneSourceLeftOut_NamesThatSourceOnly()
    {
        await GiveAllAsync(except: "eeast-cad");

        var (code, text) = await ServeAsync(
            "--listen", "0.0.0.0",
            "--certificate", _certificates.ServerFile, "--certificate-key", _certificates.ServerKeyFile);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("feed-key add eeast-cad ", text, StringComparison.Ordinal);
        Assert.Single(text.Split("feed-key add "), part => part.StartsWith("eeast-cad", StringComparison.Ordinal));
        Assert.DoesNotContain("virtual-wards", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithTlsAndEveryCredential_IsNotRefused()
    {
        await GiveAllAsync();
        var options = new ServerOptions
        {
            DataDirectory = Data, NetworkFile = Repository.NetworkFile, Listen = IPAddress.Any,
            CertificateFile = _certificates.ServerFile, CertificateKeyFile = _certificates.ServerKeyFile,
        };
        var all = new CredentialDatabase(DataDirectory.Open(Data).CredentialsFile).Read();
        var now = TimeProvider.System.GetUtcNow();

        ExposureCheck.Require(options, Network, all, now);

        Assert.Throws<StartRefusedException>(() => ExposureCheck.Require(
            options, Network, [.. all.Select(one => one with { RevokedAt = now })], now));
    }

    [Fact]
    public async Task Start_WithAWrongCertificate_SaysWhatIsWrong()
    {
        var (expired, key) = _certificates.ExpiredServer();

        var (_, old) = await ServeAsync("--certificate", expired, "--certificate-key", key);
        var (_, mixed) = await ServeAsync("--certificate", expired, "--certificate-key", _certificates.ServerKeyFile);
        var (_, half) = await ServeAsync("--certificate", expired);
        var (_, range) = await ServeAsync("--mllp-allow", "10.20.0.0/40", "--listen", "everywhere");

        Assert.Contains("expired", old, StringComparison.Ordinal);
        Assert.Contains("--certificate:", mixed, StringComparison.Ordinal);
        Assert.Contains("--certificate-key", half, StringComparison.Ordinal);
        Assert.Contains("--mllp-allow:", range, StringComparison.Ordinal);
        Assert.Contains("--listen:", range, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _certificates.Dispose();
        _directory.Dispose();
    }

    private static NetworkMap Network => AdoptableNetwork.Read(Repository.NetworkFile).Map;

    private async Task GiveAllAsync(string? except = null)
    {
        foreach (var feed in Network.Feeds.Where(feed => feed.Id != except))
        {
            string[] certificate = feed.Protocol == FeedProtocol.Hl7v2
                ? ["--client-authority", _certificates.AuthorityFile]
                : [];
            await KeyedServer.JsonAsync(Data, ["feed-key", "add", feed.Id, .. certificate]);
        }
    }

    private async Task<(int Code, string Text)> ServeAsync(params string[] arguments)
    {
        await using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var code = await ServerCommands.RunAsync(
            [
                "serve", "--data", Data, "--network", Repository.NetworkFile, "--port", "0", "--mllp-port", "0",
                .. arguments,
            ],
            text,
            text);
        return (code, text.ToString());
    }
}
