using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Exports;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>Every answer, whatever it is, carries the headers that keep a browser to this server.</summary>
public sealed class HeaderTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Endpoints_EveryOne_AnswersWithTheHeaders()
    {
        await using var server = await RunningServer.StartAsync();
        var endpoints = ServedEndpoints.Of(server);
        var statuses = new List<HttpStatusCode>();

        foreach (var endpoint in endpoints)
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Address);
            using var answer = await server.Http.SendAsync(request);
            AssertHeaders(answer, endpoint.ToString());
            statuses.Add(answer.StatusCode);
        }

        Assert.True(endpoints.Count > 40, $"Only {endpoints.Count} endpoints were found.");
        Assert.True(
            statuses.Count(status => status is HttpStatusCode.OK) > 25, "Few endpoints were reached: " + string.Join(' ', statuses));
    }

    [Theory]
    [InlineData("no-such-page", HttpStatusCode.NotFound)]
    [InlineData("api/figures/none", HttpStatusCode.NotFound)]
    [InlineData("api/delayed-discharges?site=none", HttpStatusCode.BadRequest)]
    [InlineData("hubs/picture", HttpStatusCode.BadRequest)]
    public async Task Errors_CarryTheHeaders(string address, HttpStatusCode status)
    {
        var server = shared.Running;

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        AssertHeaders(answer, address);
    }

    [Fact]
    public async Task Fault_OfTheServer_CarriesTheHeaders_AndTellsNothingOfItself()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: builder =>
            builder.Services.AddSingleton<NationalReports>(_ => throw new InvalidOperationException("an inner secret")));

        using var answer = await server.Http.GetAsync(new Uri("api/exports/uec-daily-sitrep", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertHeaders(answer, "a fault");
        var told = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfTheClient_CarryTheHeaders_AndMayBeKept()
    {
        var server = shared.Running;
        var wall = await server.Http.GetStringAsync(new Uri("wall", UriKind.Relative));
        var start = wall.IndexOf("/dist/", StringComparison.Ordinal);
        var file = wall[start..wall.IndexOf('"', start)];

        using var answer = await server.Http.GetAsync(new Uri(file, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertHeaders(answer, file);
        Assert.True(answer.Headers.CacheControl?.Public, file);
    }

    private static void AssertHeaders(HttpResponseMessage answer, string what)
    {
        void Has(string name, string expected)
        {
            var found = answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "nothing";
            Assert.True(
                found.Contains(expected, StringComparison.Ordinal),
                string.Create(CultureInfo.InvariantCulture, $"{what}: {name} is {found} ({(int)answer.StatusCode})"));
        }

        Has("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'");
        Has("Content-Security-Policy", "frame-ancestors 'self'");
        Has("X-Content-Type-Options", "nosniff");
        Has("X-Frame-Options", "SAMEORIGIN");
        Has("Referrer-Policy", "same-origin");
        Has("Cross-Origin-Opener-Policy", "same-origin");
        Has("Cross-Origin-Resource-Policy", "same-origin");
        Has("Permissions-Policy", "camera=()");
        Assert.False(answer.Headers.Contains("Server"), what);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"), what + " is not over TLS");
        Assert.DoesNotContain(
            "unsafe", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        if (!what.StartsWith("/dist/", StringComparison.Ordinal))
        {
            Assert.True(answer.Headers.CacheControl?.NoStore, what + " may be kept by a cache");
        }
    }
}
