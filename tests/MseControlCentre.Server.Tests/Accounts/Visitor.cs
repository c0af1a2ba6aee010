using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// A browser without script, of nobody unless it is told whose: it keeps cookies and follows no redirect.
/// </summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(RunningServer server, Actor? actor = null)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
        {
            BaseAddress = server.Application.HttpAddress,
        };
        _client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Written(actor ?? Actor.Nobody));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public Task<HttpResponseMessage> FillInAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(path, path.Split('?')[0], fields);

    /// <summary>
    /// Opens a page, whatever its status, and sends a form to an address with its token, which is that of every form.
    /// </summary>
    public async Task<HttpResponseMessage> SendAsync(
        string page, string address, params (string Name, string Value)[] fields) =>
        await PostAsync(address, [await TokenAsync(page), .. fields]);

    /// <summary>The token of a page's forms, and its name.</summary>
    public async Task<(string Name, string Value)> TokenAsync(string page)
    {
        using var opened = await GetAsync(page);
        var token = Token().Match(await opened.Content.ReadAsStringAsync());
        return (token.Groups["name"].Value, token.Groups["value"].Value);
    }

    /// <summary>Sends fields as they are.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Token();
}
