using System.Text.Json;
using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>With scripts off every page shows the figures of the moment and its forms are taken.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageWithoutScriptTests(Chromium chromium, ShownServers servers)
{
    /// <summary>Every form: how it is sent; one that asks the API for a file leads to no page.</summary>
    private const string FormsOf =
        """
        () => [...document.forms].map((form, index) => {
          // A passkey needs script: without it its button is not shown.
          if (new URL(form.action).pathname.startsWith("/api/") || !form.checkVisibility()) {
            return `file ${index}`;
          }

          form.noValidate = true;
          const go = form.querySelector("button:not([type=button]), input[type=submit]");
          return go ? `${form.method} ${index}` : `no button ${index}`;
        })
        """;

    [Theory]
    [InlineData(Told.Busy)]
    [InlineData(Told.Nothing)]
    public async Task Pages_WithoutScript_ShowTheFiguresOfTheMoment(Told told)
    {
        var server = await servers.OfAsync(told);
        var compared = 0;
        await chromium.NothingIsWrongAsync(server, Scriptless, async (window, page) =>
        {
            var before = await PictureAsync(server);
            await window.ShowAsync(server, page);
            var shown = await window.FiguresAsync();
            Interlocked.Add(ref compared, shown.Length);
            var isPast = page.Contains("at=", StringComparison.Ordinal);
            return isPast ? [] : [.. ShownFigures.Wrong(shown, before, await PictureAsync(server)).Take(5)];
        });
        Assert.True(compared > 200, $"Only {compared} figures were found on all pages.");
    }

    /// <summary>An empty form may be refused, with a page that says why; it may never fail or be taken for a forgery.</summary>
    [Fact]
    public async Task Forms_WithoutScript_AreAnswered()
    {
        var server = await servers.OfAsync(Told.Busy);
        var answered = 0;
        await chromium.NothingIsWrongAsync(server, Scriptless, async (window, page) =>
        {
            await window.ShowAsync(server, page);
            var wrong = new List<string>();
            var forms = await window.EvaluateAsync<string[]>(FormsOf);
            for (var form = 0; form < forms.Length; form++)
            {
                if (forms[form].StartsWith("file", StringComparison.Ordinal))
                {
                    continue;
                }

                if (forms[form].StartsWith("no button", StringComparison.Ordinal))
                {
                    wrong.Add($"form {form} has no button: without script it cannot be sent");
                    continue;
                }

                var status = await SendAsync(window, form);
                Interlocked.Increment(ref answered);
                if (status is not (200 or 400 or 401 or 422) || await window.Locator("main h1").CountAsync() == 0)
                {
                    wrong.Add($"{forms[form]}: answers {status} at {window.Url}");
                }

                // A step that was taken may take its form away.
                await window.ShowAsync(server, page);
                forms = await window.EvaluateAsync<string[]>(FormsOf);
            }

            return wrong;
        });
        Assert.True(answered > 5, $"Only {answered} forms were found on all pages.");
    }

    [Fact]
    public async Task Declaration_WithoutScript_IsTakenAndShown()
    {
        var server = await servers.OfAsync(Told.Nothing);
        var window = await Scriptless(chromium);
        await window.ShowAsync(server, "/sitreps/ambulance-service");

        await window.FillAsync("[name=reap_level]", "3");
        await window.FillAsync("[name=clinical_safety_plan_level]", "2");
        await window.FillAsync("[name=declared_by]", "EOC");
        await window.ClickAsync("main form button");

        await Assertions.Expect(window.Locator(".done")).ToContainTextAsync("declared");
        await window.Context.DisposeAsync();
    }

    private static Task<IPage> Scriptless(Chromium browser) =>
        browser.WindowAsync(1366, 768, options => options.JavaScriptEnabled = false);

    private static async Task<int> SendAsync(IPage window, int form)
    {
        var go = window.Locator($"form >> nth={form}").Locator("button:not([type=button]), input[type=submit]").First;
        var answer = await window.RunAndWaitForResponseAsync(
            async () => await go.ClickAsync(),
            response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await window.WaitForLoadStateAsync();
        return answer.Status;
    }

    private static Task<JsonElement> PictureAsync(ShownServer server) => server.Running.GetAsync("api/picture");
}
