using System.Net;
using System.Net.WebSockets;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>A page of another site reaches nothing: not by its own name, not by a form, not by a live line.</summary>
public sealed class OwnNamesTests(SharedServer shared, OwnNamesTests.NamedServer named)
    : IClassFixture<SharedServer>, IClassFixture<OwnNamesTests.NamedServer>
{
    private const string Hub = "hubs/picture";

    [Theory]
    [InlineData("evil.example", "wall")]
    [InlineData("evil.example:8080", "api/picture")]
    [InlineData("localhost.evil.example", "api/delayed-discharges")]
    [InlineData("10.1.2.3", "wall")]
    [InlineData("evil.example", "dist/wall.css")]
    [InlineData("evil.example", Hub)]
    public async Task Host_ThatIsNotTheServers_IsRefused(string host, string address)
    {
        var server = shared.Running;

        using var answer = await SendAsync(server, HttpMethod.Get, address, ("Host", host));
        var told = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("--host-name", told, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1234")]
    [InlineData("127.0.0.1")]
    [InlineData("board.example.nhs.uk")]
    public async Task Host_OfTheServerOrItsProxy_IsAnswered(string host)
    {
        var server = named.Running;

        using var answer = await SendAsync(server, HttpMethod.Get, "wall", ("Host", host));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "file://")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Unsafe_FromAPageElsewhere_IsRefusedAtEveryEndpoint(string header, string value)
    {
        var server = shared.Running;
        var endpoints = ServedEndpoints.Of(server).Where(endpoint => endpoint.IsUnsafe).ToList();
        var before = server.Journal.LastSequence;

        foreach (var endpoint in endpoints)
        {
            using var answer = await SendAsync(
                server, new HttpMethod(endpoint.Method), endpoint.Address.OriginalString, (header, value));
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{endpoint} answered {answer.StatusCode}");
        }

        Assert.True(endpoints.Count >= 7, $"Only {endpoints.Count} endpoints change something.");
        Assert.DoesNotContain(
            await server.EntriesAsync(), entry => entry.Sequence > before && entry.Event.Source is not "control-centre");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task LiveLine_FromAPageElsewhere_IsRefused(string origin)
    {
        var server = shared.Running;
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(LineOf(server), CancellationToken.None));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task LiveLine_FromAPageOfTheServer_IsOpened()
    {
        var server = shared.Running;
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", server.Application.HttpAddress.GetLeftPart(UriPartial.Authority));

        await socket.ConnectAsync(LineOf(server), CancellationToken.None);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("https://board.example.nhs.uk", null, false)]
    [InlineData("https://board.example.nhs.uk", "board.example.nhs.uk", false)]
    [InlineData("http://board.example.nhs.uk", null, true)]
    [InlineData("https://board.example.nhs.uk:8443", null, true)]
    [InlineData("https://other.example.nhs.uk", "board.example.nhs.uk", true)]
    public async Task Unsafe_ThroughAProxy_IsTakenFromItsPagesOnly(string origin, string? host, bool refused)
    {
        var server = named.Running;

        using var answer = await SendAsync(
            server,
            HttpMethod.Post,
            "api/quarantine/replay",
            ("Origin", origin),
            ("Host", host ?? server.Application.HttpAddress.Authority));

        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>A server that a proxy calls by a name.</summary>
    public sealed class NamedServer : SharedServer
    {
        /// <inheritdoc />
        protected override ServerOptions Change(ServerOptions options) =>
            options with { HostNames = ["board.example.nhs.uk"] };
    }

    private static Uri LineOf(RunningServer server) =>
        new UriBuilder(server.Application.HttpAddress) { Scheme = "ws", Path = Hub }.Uri;

    private static async Task<HttpResponseMessage> SendAsync(
        RunningServer server, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await server.Http.SendAsync(request);
    }
}
