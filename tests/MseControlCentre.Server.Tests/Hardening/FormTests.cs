using System.Net;
using System.Runtime.Versioning;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>A form is taken only from a page of this server; its cookie goes nowhere else.</summary>
public sealed class FormTests
{
    /// <summary>
    /// What programs send: no cookie speaks for anybody there, and pages of other sites are refused by their origin.
    /// </summary>
    private static readonly string[] s_forPrograms =
        ["/api/events", "/api/sitreps/{form}", "/api/quarantine/replay", "/hubs/picture", "/hubs/picture/negotiate"];

    [Fact]
    public async Task Forms_EveryOneWithoutItsToken_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        var all = ServedEndpoints.Of(server).Where(endpoint => endpoint.IsUnsafe).ToList();
        var forms = all.Where(endpoint => !s_forPrograms.Contains(endpoint.Route, StringComparer.Ordinal)).ToList();

        foreach (var form in forms)
        {
            using var fields = new FormUrlEncodedContent([new("site", "RAJ12"), new("level", "3"), new("declared_by", "x")]);
            using var answer = await server.Http.PostAsync(form.Address, fields);
            var told = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{form} answered {answer.StatusCode}");
            Assert.Contains("did not come from a page of this server", told, StringComparison.Ordinal);
        }

        Assert.True(forms.Count >= 4, $"Only {forms.Count} forms were found.");
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Detail is Declaration);
    }

    [Fact]
    public async Task Cookie_WithoutTls_IsForThisServerOnlyAndForNoScript()
    {
        await using var server = await RunningServer.StartAsync();

        var cookie = await CookieAsync(server, overTls: false);

        Assert.StartsWith("mse-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_OverTls_IsOfThisHostAndSecure()
    {
        await using var server = await RunningServer.StartAsync(options => options with { HostNames = ["board.example"] });

        var cookie = await CookieAsync(server, overTls: true);

        Assert.StartsWith("__Host-mse-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "max-age=31536000")]
    [InlineData(false, "")]
    public async Task Tls_IsHeldTo_WhereItIsInUseOnly(bool overTls, string expected)
    {
        await using var server = await RunningServer.StartAsync(options => options with { HostNames = ["board.example"] });

        using var answer = await OpenAsync(server, overTls);

        Assert.Equal(
            expected, string.Join(' ', answer.Headers.TryGetValues("Strict-Transport-Security", out var held) ? held : []));
    }

    [Fact]
    public async Task Proxy_ThatNobodyHasToldOf_IsNotBelieved()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.StartsWith("mse-form=", await CookieAsync(server, overTls: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_OfForms_AreForTheirOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var server = await RunningServer.StartAsync();
        await CookieAsync(server, overTls: false);
        var folder = Path.Combine(server.Data, "form-keys");

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        var files = Directory.GetFiles(folder);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            OfTheirOwnerOnly(file);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void OfTheirOwnerOnly(string file) =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

    private static async Task<string> CookieAsync(RunningServer server, bool overTls)
    {
        using var answer = await OpenAsync(server, overTls);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie"));
    }

    private static async Task<HttpResponseMessage> OpenAsync(RunningServer server, bool overTls)
    {
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Application.HttpAddress, "sitreps/opel"));
        if (overTls)
        {
            request.Headers.Add("X-Forwarded-Proto", "https");
        }

        return await browser.SendAsync(request);
    }
}
