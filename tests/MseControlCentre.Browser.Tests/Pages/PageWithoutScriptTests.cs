using System.Text.Json;
using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>With scripts off every page shows the figures of the moment and its forms are taken.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageWithoutScriptTests(Chromium chromium, ShownServers servers)
{
    /// <summary>Kinds of forms that there are at least: fewer means that some were not found.</summary>
    private const int FewestKinds = 55;

    private const string Programs = "Programs send there; no page has a form for it.";
    private const string Script = "A passkey needs script: without it the form is not shown.";

    /// <summary>Addresses that take a POST and that this test sends no form to.</summary>
    private static readonly Dictionary<string, string> s_leftOut = new(StringComparer.Ordinal)
    {
        ["POST /api/events"] = Programs,
        ["POST /api/sitreps/{form}"] = Programs,
        ["POST /api/quarantine/replay"] = Programs,
        ["POST /hubs/picture"] = Programs,
        ["POST /hubs/picture/negotiate"] = Programs,
        ["POST /sign-in/passkey"] = Script,
        ["POST /sign-in/passkey/options"] = Script,
        ["POST /account/passkeys"] = Script,
        ["POST /account/passkeys/options"] = Script,
        ["POST /account/passkeys/remove"] = "Only who has a passkey is offered it, and making one needs script.",
        ["POST /call/{id}/here"] = "Only who takes part for a place of their own, and does not hold the call, is offered it.",
    };

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
        var sent = new SentForms();
        await chromium.NothingIsWrongAsync(
            server, Scriptless, async (window, page) => await sent.SendAsync(window, server.Running, page));
        await using var kept = await KeptServer.StartAsync();
        var wrong = await kept.SendAsync(sent, await Scriptless(chromium));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        var addresses = ServedEndpoints.Of(server.Running).Where(one => one.IsUnsafe).ToList();
        Assert.Equal(
            [],
            addresses.Where(one => sent.Sent(one) == s_leftOut.ContainsKey(one.ToString()))
                .Select(one => sent.Sent(one) ? $"{one} is sent and named as left out" : $"{one} is not sent"));
        Assert.Subset(addresses.Select(one => one.ToString()).ToHashSet(), s_leftOut.Keys.ToHashSet());
        Assert.True(sent.Kinds.Count >= FewestKinds, string.Join('\n', sent.Kinds.Prepend($"{sent.Kinds.Count} kinds:")));
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

    private static Task<JsonElement> PictureAsync(ShownServer server) => server.Running.GetAsync("api/picture");
}
