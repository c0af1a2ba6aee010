using System.Net;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>A browser without script that goes to the provider and back; it follows only where it is told to.</summary>
internal sealed class Traveller : IDisposable
{
    private readonly Uri _server;
    private readonly HttpClient _client;

    public Traveller(RunningServer server)
    {
        _server = server.Application.HttpAddress;
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies });
        _client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Written(Actor.Nobody));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>What the cookie of the organisation's session holds; null when there is none.</summary>
    public string? Session
    {
        get => Cookies.GetCookies(_server)[OrganisationSessions.Cookie]?.Value;
        set => Cookies.Add(_server, new Cookie(OrganisationSessions.Cookie, value, "/"));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(_server, path));

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Where a page sends the browser; null when it shows something instead.</summary>
    public async Task<string?> SentToAsync(Uri address)
    {
        using var answer = await _client.GetAsync(address);
        return answer.Headers.Location?.ToString();
    }

    /// <summary>Signs in as somebody. Returns where the server then sends the browser.</summary>
    public async Task<string?> SignInAsync(string who, string? to = null) => await SentToAsync(await GoAsync(who, to));

    /// <summary>Goes to the provider and is somebody there. Returns the way back, not yet opened.</summary>
    public async Task<Uri> GoAsync(string who, string? to = null)
    {
        var next = new Uri(
            _server,
            OrganisationSignInService.BeginPath + (to is null ? string.Empty : "?to=" + Uri.EscapeDataString(to)));
        for (var steps = 0; steps < 10; steps++)
        {
            using var answer = await _client.GetAsync(next);
            next = answer.Headers.Location is { } location
                ? new Uri(next, location)
                : new Uri($"{next.GetLeftPart(UriPartial.Path)}/{who}");
            if (string.Equals(next.AbsolutePath, OrganisationSignInService.CallbackPath, StringComparison.Ordinal))
            {
                return next;
            }
        }

        throw new InvalidOperationException($"The provider did not lead back; the last address was {next}.");
    }

    public void Dispose() => _client.Dispose();
}
