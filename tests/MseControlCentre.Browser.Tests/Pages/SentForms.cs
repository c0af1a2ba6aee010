using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>
/// Sends the forms of pages, each kind once: the same route, the same fields and the same <c>act</c> are one kind, however
/// many rows of however many pages have it.
/// </summary>
public sealed class SentForms
{
    private const string Buttons = "button:not([type=button]), input[type=submit]";

    /// <summary>What can be sent from a page; a form that asks the API for a file leads to no page.</summary>
    private const string SendersOf =
        $$"""
        () => {
          document.querySelectorAll("details").forEach(one => { one.open = true; });
          const all = [...document.querySelectorAll("{{Buttons}}")];
          const shown = all.map((button, index) => ({ button, index }))
            .filter(({ button }) => button.form && button.checkVisibility());
          const senders = shown.map(({ button, index }) => {
            const form = button.form;
            form.noValidate = true;
            const has = name => button.hasAttribute(name);
            return {
              index,
              method: (has("formmethod") ? button.formMethod : form.method).toUpperCase(),
              path: new URL(has("formaction") ? button.formAction : form.action).pathname,
              fields: [...new Set([...form.elements].map(one => one.name).filter(name => name && name !== "act"))].sort().join(" "),
              act: new FormData(form, button).get("act") ?? "",
            };
          });
          // A passkey needs script: without it its button is not shown.
          const without = [...document.forms]
            .filter(form => form.checkVisibility() && !shown.some(({ button }) => button.form === form))
            .map(form => ({ index: -1, method: form.method.toUpperCase(), path: new URL(form.action).pathname, fields: "", act: "" }));
          return [...senders, ...without].filter(one => !one.path.startsWith("/api/"));
        }
        """;

    // Bound: the kinds of forms that the application's pages have.
    private readonly ConcurrentDictionary<string, byte> _kinds = new(StringComparer.Ordinal);

    /// <summary>The kinds that were sent: method, route, <c>act</c> and fields.</summary>
    public IReadOnlyCollection<string> Kinds => [.. _kinds.Keys];

    /// <summary>Whether a form was sent to an address of a server, such as <c>POST /sitreps/{form}</c>.</summary>
    public bool Sent(ServedEndpoint endpoint) =>
        _kinds.Keys.Any(kind => kind.StartsWith($"{endpoint} ", StringComparison.Ordinal));

    /// <summary>Sends every kind that a page has and that was not sent before. Says what is wrong with the answers.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(IPage window, RunningServer server, string page)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(server);
        var wrong = new List<string>();
        var address = new Uri(server.Application.HttpAddress, page).ToString();
        await window.GotoAsync(address);
        var offered = await ReadAsync(window, server);
        var shown = offered;
        while (Take(shown) is { } form)
        {
            wrong.AddRange(await SendAsync(window, form));

            // The page that answers may have forms of its own, and those that it was sent from may have gone.
            shown = await ReadAsync(window, server);
            if (shown.All(IsTaken) && !offered.All(IsTaken))
            {
                await window.GotoAsync(address);
                shown = await ReadAsync(window, server);
            }
        }

        return wrong;
    }

    /// <summary>Sends one kind that a window shows now, of a page that no address leads to.</summary>
    public async Task<IEnumerable<string>> SendShownAsync(IPage window, RunningServer server) =>
        Take(await ReadAsync(window, server)) is { } form ? await SendAsync(window, form) : [$"{window.Url} has no form to send"];

    private static async Task<IEnumerable<string>> SendAsync(IPage window, Sender form)
    {
        if (form.Index < 0)
        {
            return [$"{form}: has no button; without script it cannot be sent"];
        }

        var button = window.Locator(Buttons).Nth(form.Index);
        var answer = await window.RunAndWaitForResponseAsync(
            async () => await button.ClickAsync(),
            response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await window.WaitForLoadStateAsync();
        var told = await window.Locator("body").InnerTextAsync();
        return answer.Status is 200 or 400 or 401 or 422 && await window.Locator("h1").CountAsync() > 0
            && !told.Contains("did not come from a page of this server", StringComparison.Ordinal)
                ? []
                : [$"{form}: answers {answer.Status} at {window.Url}"];
    }

    private static async Task<IReadOnlyList<Sender>> ReadAsync(IPage window, RunningServer server) =>
        [.. (await window.EvaluateAsync<Sender[]>(SendersOf)).Select(form => form with { Route = RouteOf(server, form) })];

    private bool IsTaken(Sender form) => _kinds.ContainsKey(form.Kind);

    // Taken as sent before it is: two windows walk through the pages at once.
    private Sender? Take(IReadOnlyList<Sender> forms) => forms.FirstOrDefault(form => _kinds.TryAdd(form.Kind, 0));

    private static string RouteOf(RunningServer server, Sender form)
    {
        var routes =
            from endpoint in ServedEndpoints.Of(server)
            where string.Equals(endpoint.Method, form.Method, StringComparison.Ordinal)
            let template = TemplateParser.Parse(endpoint.Route)
            where new TemplateMatcher(template, []).TryMatch(new PathString(form.Path), [])
            orderby RoutePrecedence.ComputeInbound(template)
            select endpoint.Route;
        return routes.First();
    }

    private sealed record Sender
    {
        [JsonPropertyName("index")]
        public int Index { get; init; }

        [JsonPropertyName("method")]
        public string Method { get; init; } = "";

        [JsonPropertyName("path")]
        public string Path { get; init; } = "";

        [JsonPropertyName("fields")]
        public string Fields { get; init; } = "";

        [JsonPropertyName("act")]
        public string Act { get; init; } = "";

        public string Route { get; init; } = "";

        public string Kind => $"{Method} {Route} act={Act} fields={Fields}";

        public override string ToString() => $"{Method} {Path} {Act}";
    }
}
