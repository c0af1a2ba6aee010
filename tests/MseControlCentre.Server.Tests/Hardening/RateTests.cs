using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Hosting;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>Nobody can keep the server busy for the others; walls are never turned away.</summary>
public sealed class RateTests
{
    // Two at once, and the next in an hour.
    private static readonly RequestRate s_two = new(2, 1, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("POST", "api/events")]
    [InlineData("POST", "api/sitreps/opel")]
    [InlineData("POST", "sitreps/opel")]
    [InlineData("POST", "api/quarantine/replay")]
    [InlineData("POST", "sign-in")]
    [InlineData("POST", "welcome/guessed")]
    [InlineData("GET", "api/exports/uec-daily-sitrep?date=2020-01-01")]
    [InlineData("GET", "api/picture?at=2020-01-01T00:00:00Z")]
    [InlineData("GET", "discharges.csv")]
    [InlineData("GET", "api/delayed-discharges?format=csv")]
    public async Task Requests_MoreThanAllowed_AreToldWhenToComeAgain(string method, string address)
    {
        await using var server = await LimitedAsync();
        var statuses = new List<HttpStatusCode>();

        for (var count = 0; count < 2; count++)
        {
            using var answer = await SendAsync(server, method, address);
            statuses.Add(answer.StatusCode);
        }

        using var third = await SendAsync(server, method, address);
        var problem = await third.Content.ReadFromJsonAsync<JsonElement>();

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);
        Assert.Contains("Nothing was taken", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_AreCountedApart_AndAWallNever()
    {
        await using var server = await LimitedAsync();
        for (var count = 0; count < 3; count++)
        {
            using var spent = await SendAsync(server, "POST", "api/events");
        }

        using var form = await SendAsync(server, "POST", "sitreps/opel");
        using var export = await SendAsync(server, "GET", "discharges.csv");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (form.StatusCode, export.StatusCode));
        foreach (var address in (string[])["wall", "health/ready", "api/status", "api/picture", "flow", "feeds"])
        {
            for (var count = 0; count < 10; count++)
            {
                using var answer = await SendAsync(server, "GET", address);
                Assert.True(answer.IsSuccessStatusCode, $"{address} answered {answer.StatusCode}");
            }
        }

        for (var count = 0; count < 10; count++)
        {
            await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
            await viewer.CallAsync("WatchPage", "wall");
        }
    }

    [Fact]
    public async Task Key_ThatAsksTooOften_IsToldSo_AndAnotherIsNot()
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Limits = new RequestLimits { KeyReads = s_two },
        });
        var statuses = new List<HttpStatusCode>();
        foreach (var key in (string[])["msera_one", "msera_one", "msera_one", "msera_two"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/status", UriKind.Relative));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await server.Http.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task Endpoints_ThatChangeSomethingOrWriteFiles_AreAllCounted()
    {
        await using var server = await RunningServer.StartAsync();

        foreach (var endpoint in ServedEndpoints.Of(server).Where(one => !one.Route.StartsWith("/hubs", StringComparison.Ordinal)))
        {
            var request = new DefaultHttpContext().Request;
            (request.Method, request.Path) = (endpoint.Method, endpoint.Address.OriginalString);
            var kind = RequestRates.KindOf(request);
            var counted = endpoint.IsUnsafe || endpoint.Route.EndsWith(".csv", StringComparison.Ordinal)
                || endpoint.Route.StartsWith("/api/exports", StringComparison.Ordinal);
            Assert.True(counted == kind is not RequestKind.Free, $"{endpoint} is counted as {kind}");
        }
    }

    [Theory]
    [InlineData("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::", true)]
    [InlineData("2001:db8:1:2::4", "2001:db8:1:3::4", false)]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    public void Senders_AreToldApartByAddress_AndByTheNetworkOfIPv6(string one, string other, bool same) => Assert.Equal(
        same,
        string.Equals(
            SenderAddress.Of(IPAddress.Parse(one)), SenderAddress.Of(IPAddress.Parse(other)), StringComparison.Ordinal));

    private static Task<RunningServer> LimitedAsync() => RunningServer.StartAsync(options => options with
    {
        Limits = new RequestLimits { Intake = s_two, IntakeFromThisMachine = s_two, Forms = s_two, SignIns = s_two, LookBacks = s_two },
    });

    private static async Task<HttpResponseMessage> SendAsync(RunningServer server, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        return await server.Http.SendAsync(request);
    }
}
