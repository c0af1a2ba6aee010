using System.Net;
using System.Security.Cryptography.X509Certificates;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.FeedKeys;

/// <summary>TLS on both ports with real certificates, client certificates and the list of addresses.</summary>
public sealed class SecureDoorTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestCertificates _ours;
    private readonly TestCertificates _others;

    public SecureDoorTests()
    {
        _ours = new TestCertificates(_directory.Path);
        _others = new TestCertificates(_directory.Path, "Another authority");
    }

    [Fact]
    public async Task Http_WithACertificate_SpeaksTlsOnly()
    {
        await using var server = await StartAsync();
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = _ours.Trust();
        using var secure = new HttpClient(handler) { BaseAddress = server.Application.HttpAddress };
        using var plain = new HttpClient();

        using var answer = await secure.GetAsync(new Uri("health/live", UriKind.Relative));

        Assert.Equal("https", server.Application.HttpAddress.Scheme);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(
            () => plain.GetAsync(new Uri($"http://127.0.0.1:{server.Application.HttpAddress.Port}/health/live")));
    }

    [Fact]
    public async Task Mllp_WithThePinnedCertificate_SpeaksForItsSourceOnly()
    {
        var (certificate, file) = _ours.Client("basildon engine");
        await using var server = await StartAsync();
        await AddAsync(server, "basildon-pas", "--client-certificate", file);
        await AddAsync(server, "southend-pas", "--client-certificate", _ours.Client("southend engine").File);
        using var sender = await ConnectAsync(server, certificate);

        var own = await sender.SendAsync(SecureMllpSender.Admission(server, "1"));
        var another = await sender.SendAsync(SecureMllpSender.Admission(server, "2", "RAJ01"));

        Assert.Equal("AA", MllpSender.CodeOf(own));
        Assert.Equal("AR", MllpSender.CodeOf(another));
        Assert.Contains("another source", MllpSender.SegmentOf(another, "ERR"), StringComparison.Ordinal);
        Assert.Contains("MSA|AR|2", another, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mllp_WithTheWrongCertificateOrNone_IsToldSoAndCounted()
    {
        await using var server = await StartAsync();
        await AddAsync(server, "basildon-pas", "--client-certificate", _ours.Client("basildon engine").File);
        await AwaitGuardAsync(server);
        X509Certificate2?[] wrong =
        [
            null, _ours.Client("basildon engine").Certificate, _others.Client("basildon engine").Certificate,
        ];

        foreach (var certificate in wrong)
        {
            using var sender = await ConnectAsync(server, certificate);
            var answer = await sender.SendAsync(SecureMllpSender.Admission(server, "9"));
            Assert.Equal("AR", MllpSender.CodeOf(answer));
            Assert.Contains("credential", MllpSender.SegmentOf(answer, "ERR"), StringComparison.Ordinal);
        }

        var feed = server.Application.Services.GetService(typeof(Feeds.Monitoring.FeedMonitor))
            as Feeds.Monitoring.FeedMonitor;
        var status = feed!.Snapshot().Single(one => one.Id == "basildon-pas");
        Assert.True(status.RejectsByReason["credential"] >= wrong.Length);
    }

    [Fact]
    public async Task Mllp_WithACertificateOfTheAuthority_IsLetInUntilItExpires()
    {
        await using var server = await StartAsync();
        await AddAsync(server, "basildon-pas", "--client-authority", _ours.AuthorityFile);
        await AwaitGuardAsync(server);
        using var good = await ConnectAsync(server, _ours.Client("any engine").Certificate);
        using var expired = await ConnectAsync(server, _ours.Client("old engine", expired: true).Certificate);
        using var other = await ConnectAsync(server, _others.Client("any engine").Certificate);

        Assert.Equal("AA", MllpSender.CodeOf(await good.SendAsync(SecureMllpSender.Admission(server, "1"))));
        Assert.Equal("AR", MllpSender.CodeOf(await expired.SendAsync(SecureMllpSender.Admission(server, "2"))));
        Assert.Equal("AR", MllpSender.CodeOf(await other.SendAsync(SecureMllpSender.Admission(server, "3"))));
    }

    [Fact]
    public async Task Mllp_RevokedWhileConnected_EndsAtTheNextMessage()
    {
        var (certificate, file) = _ours.Client("basildon engine");
        await using var server = await StartAsync();
        var made = await AddAsync(server, "basildon-pas", "--client-certificate", file);
        using var sender = await ConnectAsync(server, certificate);
        Assert.Equal("AA", MllpSender.CodeOf(await sender.SendAsync(SecureMllpSender.Admission(server, "1"))));

        await KeyedServer.RunAsync(server.Data, "feed-key", "revoke", made);

        var number = 1;
        await Eventually.TrueAsync(
            async () =>
            {
                number++;
                var message = SecureMllpSender.Admission(server, number.ToString("0", null));
                return MllpSender.CodeOf(await sender.SendAsync(message)) == "AR";
            },
            "the connection to be refused");
    }

    [Fact]
    public async Task Mllp_FromAnAddressThatIsNotListed_IsToldSoAndClosed()
    {
        await using var server = await RunningServer.StartAsync(
            options => options with { MllpAllowed = [IPNetwork.Parse("10.20.0.0/24")] });
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);

        var answer = await sender.ReceiveAsync();

        Assert.Equal("AR", MllpSender.CodeOf(answer));
        Assert.Contains("network address", MllpSender.SegmentOf(answer, "ERR"), StringComparison.Ordinal);
        sender.FinishSending();
        Assert.Null(await sender.ReceiveAsync());
        var feeds = (await server.GetAsync("api/status")).GetProperty("feeds").EnumerateArray();
        var unknown = feeds.Single(one => one.GetProperty("id").GetString() == "(unknown sender)");
        Assert.Equal(1, unknown.GetProperty("rejectsByReason").GetProperty("network address").GetInt32());
    }

    [Fact]
    public async Task Mllp_FromAListedAddress_IsTaken()
    {
        await using var server = await RunningServer.StartAsync(
            options => options with { MllpAllowed = [IPNetwork.Parse("127.0.0.0/8")] });
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);

        Assert.Equal("AA", MllpSender.CodeOf(await sender.SendAsync(SecureMllpSender.Admission(server, "1"))));
    }

    public void Dispose()
    {
        _ours.Dispose();
        _others.Dispose();
        _directory.Dispose();
    }

    private Task<RunningServer> StartAsync() => RunningServer.StartAsync(options => options with
    {
        CertificateFile = _ours.ServerFile, CertificateKeyFile = _ours.ServerKeyFile,
    });

    private Task<SecureMllpSender> ConnectAsync(RunningServer server, X509Certificate2? certificate) =>
        SecureMllpSender.ConnectAsync(server.Application.MllpPort, _ours.Trust(), certificate);

    private static async Task<string> AddAsync(RunningServer server, params string[] source) =>
        (await KeyedServer.JsonAsync(server.Data, ["feed-key", "add", .. source])).GetProperty("id").GetString()!;

    // Until the server has read what the command wrote, a source without a credential is one of this machine's.
    private async Task AwaitGuardAsync(RunningServer server)
    {
        using var sender = await ConnectAsync(server, null);
        var number = 100;
        await Eventually.TrueAsync(
            async () =>
            {
                number++;
                var message = SecureMllpSender.Admission(server, number.ToString("0", null));
                return MllpSender.CodeOf(await sender.SendAsync(message)) == "AR";
            },
            "the credential to be asked for");
    }
}
