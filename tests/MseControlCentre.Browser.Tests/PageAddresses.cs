using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>
/// Finds every page of a running server, so that a new one is tested without a word here: the entries of the navigation,
/// the first address that any page links to of each further route, and a few addresses with filters.
/// </summary>
public static partial class PageAddresses
{
    /// <summary>States of a page that have an address of their own.</summary>
    private static readonly string[] s_deep =
    [
        "/wall?theme=light", "/figures?area=beds&site=RAJ12", "/figures/RAJ12:beds.occupancy",
        "/figures/RAJ12/AMU:beds.occupied", "/sites", "/feeds/quarantine", "/sitreps/ward-capacity", "/sitreps/staffing", "/discharges?site=RAJ12",
        "/account", "/sign-in", "/sign-out", "/escalations?state=over",
        "/audit?text=nothing-like-it", "/call/past", "/call/past?text=nothing-like-it",
        "/call/situational-awareness-20261128-1",
        $"/call/{ShownCall.Running}/present", $"/call/{ShownCall.Prepared}/present/RAJ12",
        $"/call/{ShownCall.Prepared}/statements/RAJ12",
    ];

    /// <summary>Prefixes of routes that are no pages.</summary>
    private static readonly string[] s_notPages = ["api/", "health/", "hubs/", "openapi/"];

    /// <summary>Ends of routes that answer with a part of a page, which scripts fetch.</summary>
    private static readonly string[] s_parts = ["/drawer", "/chart"];

    /// <summary>A form leads there, and no link; the test of the forms sends it.</summary>
    private const string AfterReplay = "/feeds/replays/{id}";

    /// <summary>
    /// A link that somebody was given, a refusal or an account leads there: tests of accounts and of signing in open them.
    /// </summary>
    private static readonly string[] s_given =
    [
        "/walls/{secret}", "/welcome/{secret}", "/new-password/{secret}", "/accounts/{account}", "/sign-in/organisation",
        "/sign-in/organisation/refused", "/sign-in/organisation/signed-out",
    ];

    /// <summary>Every page, from the root.</summary>
    /// <returns>The pages, and the routes of pages to which none of them leads.</returns>
    public static async Task<(IReadOnlyList<string> Pages, IReadOnlyList<string> Unreached)> OfAsync(RunningServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var routes = RoutesOf(server.Application.Services);
        var pages = server.Application.Services.GetServices<PageLink>()
            .OrderBy(link => link.Order).Select(link => link.Path).Concat(s_deep).Append(PastFlow(server)).ToList();
        var reached = pages.Select(page => RouteOf(page, routes)).ToHashSet(StringComparer.Ordinal);
        var shown = new List<string>();

        // Bound: the routes of the application; each adds one address.
        for (var next = 0; next < pages.Count; next++)
        {
            if (await ReadAsync(server, pages[next]) is not { } html)
            {
                continue;
            }

            shown.Add(pages[next]);
            pages.AddRange(LinksOf(html).Where(link => RouteOf(link, routes) is { } route && reached.Add(route)));
        }

        reached.Add(AfterReplay);
        reached.UnionWith(s_given);
        return (shown, [.. routes.Select(route => route.RawText).Where(route => !reached.Contains(route))]);
    }

    /// <summary>The route of an address, such as <c>/sites/{code}</c> of <c>/sites/RAJ12</c>; null when there is none.</summary>
    public static string? RouteOf(RunningServer server, string address)
    {
        ArgumentNullException.ThrowIfNull(server);
        return RouteOf(address, RoutesOf(server.Application.Services));
    }

    private static string PastFlow(RunningServer server) =>
        "/flow?at=" + TimeZoneInfo.ConvertTimeBySystemTimeZoneId(server.Now.AddMinutes(-30), server.Network.TimeZone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static List<RoutePatternOrder> RoutesOf(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true)
            .Select(endpoint => endpoint.RoutePattern)
            .Where(pattern => pattern.RawText is { Length: > 1 } text
                && !s_notPages.Any(prefix => text.TrimStart('/').StartsWith(prefix, StringComparison.Ordinal))
                && !s_parts.Any(end => text.EndsWith(end, StringComparison.Ordinal)))
            .OrderBy(pattern => pattern.InboundPrecedence)
            .Select(pattern => new RoutePatternOrder(
                pattern.RawText!, new TemplateMatcher(TemplateParser.Parse(pattern.RawText!), []))),
    ];

    private static string? RouteOf(string address, List<RoutePatternOrder> routes)
    {
        ArgumentNullException.ThrowIfNull(address);
        var path = Uri.UnescapeDataString(address.Split('?')[0]);
        return routes.Find(route => route.Matcher.TryMatch(new PathString(path), []))?.RawText;
    }

    private static async Task<string?> ReadAsync(RunningServer server, string page)
    {
        using var answer = await server.Http.GetAsync(new Uri(page, UriKind.Relative));
        return answer.Content.Headers.ContentType?.MediaType is "text/html"
            ? await answer.Content.ReadAsStringAsync()
            : null;
    }

    private static IEnumerable<string> LinksOf(string html) =>
        LinkPattern().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value));

    // <a class="figure" href="/figures/RAJ12:beds.occupancy">
    [GeneratedRegex("""<a [^>]*href="(?<address>/[^"#]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LinkPattern();

    private sealed record RoutePatternOrder(string RawText, TemplateMatcher Matcher);
}
