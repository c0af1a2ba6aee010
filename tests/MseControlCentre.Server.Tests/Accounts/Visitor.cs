using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>A browser without script that nobody has signed in: it keeps cookies and follows no redirect.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(RunningServer server)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
        {
            BaseAddress = server.Application.HttpAddress,
        };
        _client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Written(Actor.Nobody));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public async Task<HttpResponseMessage> FillInAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await _client.GetStringAsync(new Uri(path, UriKind.Relative));
        var token = Token().Match(page);
        using var form = new FormUrlEncodedContent(
            [new(token.Groups["name"].Value, token.Groups["value"].Value),
                .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await _client.PostAsync(new Uri(path.Split('?')[0], UriKind.Relative), form);
    }

    /// <summary>Sends a form to an address with the token of a page, which need not be the form's own.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(
        string page, string path, params (string Name, string Value)[] fields)
    {
        using var opened = await GetAsync(page);
        var token = Token().Match(await opened.Content.ReadAsStringAsync());
        using var form = new FormUrlEncodedContent(
            [new(token.Groups["name"].Value, token.Groups["value"].Value),
                .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await _client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
