using Microsoft.Playwright;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>A call as people hold it in a browser: prepared, walked by the keyboard, closed in a few clicks.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HeldCallPagesTests(Chromium chromium)
{
    /// <summary>Clicks that a person makes; a key that presses a button is none. They are counted from page to page.</summary>
    private const string CountClicks =
        """
        addEventListener("click", event => {
          if (event.isTrusted && event.detail > 0) {
            sessionStorage.setItem("test-clicks", String(Number(sessionStorage.getItem("test-clicks") ?? "0") + 1));
          }
        }, true);
        """;

    private const string ClicksSoFar = "() => Number(sessionStorage.getItem('test-clicks') ?? '0')";
    private const int OpeningTheCall = 1;
    private const int ClicksAllowed = 12;

    private static readonly string[] s_screens = ["The whole system", "Basildon", "Broomfield", "Southend"];

    [Fact]
    public async Task Call_PreparedRunAndClosed_TakesFewerThanTwelveClicksBeyondTyping()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var manager = await OpenAsAsync(server, $"call/{ShownCall.Running}/statements/RAJ12", CountClicks);
        await manager.FillAsync("#q-position", "Two lifts are out");
        await manager.GetByLabel("Ready for the call").ClickAsync();
        await Assertions.Expect(manager.Locator("[data-saved]")).ToContainTextAsync("Saved");

        var chair = await chromium.WindowAsync();
        await chair.AddInitScriptAsync(CountClicks);
        await chair.GotoAsync(Address(server, "present"));
        await ClickAsync(chair, "Start the call");
        await Assertions.Expect(chair.Locator(".held-bar")).ToContainTextAsync("Running since");
        await ClickAsync(chair, "Everybody is here");
        await Assertions.Expect(chair.Locator("summary").First).ToContainTextAsync("Who is there: 1");
        foreach (var screen in s_screens)
        {
            await Assertions.Expect(chair.Locator("main h1")).ToHaveTextAsync(screen);
            if (screen is "Basildon")
            {
                await Assertions.Expect(chair.Locator(".held-screen")).ToContainTextAsync("Two lifts are out");
                await chair.Locator("main h1").PressAsync("a");
                await Assertions.Expect(chair.Locator("#agree-words")).ToBeFocusedAsync();
                await chair.Keyboard.TypeAsync("Start six packages of care");
                await chair.Keyboard.PressAsync("Enter");
                await Assertions.Expect(chair.Locator(".held-agreed")).ToContainTextAsync("Start six packages of care");
                await chair.KeepAsync("call-agreed");
            }

            await ClickAsync(chair, "Record, then next");
        }

        await Assertions.Expect(chair.Locator("main h1")).ToHaveTextAsync("Before you close");
        await chair.KeepAsync("call-close");
        await ClickAsync(chair, "Close and sign");
        await Assertions.Expect(chair.Locator(".done")).ToContainTextAsync("closed and signed");

        var call = await CallAsync(server);
        var clicks = OpeningTheCall
            + await chair.EvaluateAsync<int>(ClicksSoFar) + await manager.EvaluateAsync<int>(ClicksSoFar);
        Assert.Equal(CallState.Closed, call.State);
        Assert.True(call.Statements["RAJ12"].Told.IsReady);
        Assert.Equal(call.Opened.Places.Count, call.Attendance.Count);
        Assert.Equal(s_screens.Length, call.Opel.Count);
        Assert.Single(call.Actions);
        Assert.Equal(9, clicks);
        Assert.InRange(clicks, 1, ClicksAllowed - 1);
        await chair.Context.DisposeAsync();
        await manager.Context.DisposeAsync();
    }

    [Fact]
    public async Task Screens_AreWalkedByTheKeyboard_AndWhoTypesLosesNothing()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await chromium.OpenAsync(new Uri(Address(server, "present")));
        await page.IsLiveAsync();

        foreach (var (key, screen) in new[]
        {
            ("ArrowRight", "Basildon"), (" ", "Broomfield"), ("PageDown", "Southend"), ("ArrowRight", "Before you close"),
            ("ArrowLeft", "Southend"), ("Shift+ ", "Broomfield"),
        })
        {
            await page.Locator("body").PressAsync(key is " " ? "Space" : key.Replace("+ ", "+Space", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync(screen);
            await page.IsLiveAsync();
        }

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("A note a b n o");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Broomfield");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#note-words")).ToHaveValueAsync("A note a b n o");
        await page.Locator("#note-words").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".held-notes")).ToContainTextAsync("A note a b n o");
        await Assertions.Expect(page.Locator("#note-words")).ToHaveValueAsync("");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Recorded_ByOne_AppearsForTheOthersWithoutReload_AndWhatTheyTypeStays()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var chair = await chromium.OpenAsync(new Uri(Address(server, "present/RAJ12")));
        var other = await chromium.OpenAsync(new Uri(Address(server, "present/RAJ12")));
        await other.EvaluateAsync("() => { window.notReloaded = true; }");
        await other.FillAsync("#note-words", "Half a note");

        await chair.FillAsync("#agree-words", "Open the lounge");
        await chair.Locator("#agree-words").PressAsync("Enter");
        await Assertions.Expect(other.Locator(".held-agreed")).ToContainTextAsync("Open the lounge");
        await Assertions.Expect(other.Locator("#note-words")).ToHaveValueAsync("Half a note");

        await chair.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await Assertions.Expect(other.Locator(".held-opel")).ToContainTextAsync("Everybody");
        Assert.True(await other.EvaluateAsync<bool>("() => window.notReloaded === true"));
        await other.Context.DisposeAsync();
        await chair.Context.DisposeAsync();
    }

    [Fact]
    public async Task Note_HalfTypedWhenTheCallIsClosed_StaysInItsForm_AndIsNotTaken()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await chromium.OpenAsync(new Uri(Address(server, "present/RAJ12")));
        await page.FillAsync("#note-words", "Half a note");

        await ShownCall.CloseAsync(server);
        await Assertions.Expect(page.Locator(".held-bar")).ToContainTextAsync("Closed");
        await Assertions.Expect(page.Locator("#note-words")).ToHaveValueAsync("Half a note");
        await page.KeepAsync("call-closed-note");
        await page.Locator("#note-words").PressAsync("Enter");

        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("closed");
        await Assertions.Expect(page.Locator("#errors blockquote")).ToHaveTextAsync("Half a note");
        await page.KeepAsync("call-closed-note-told-back");
        Assert.Empty((await CallAsync(server)).Notes);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Form_ThatCannotBeSent_KeepsWhatWasTyped_AndSaysSo()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await chromium.OpenAsync(new Uri(Address(server, "present/RAJ12")));
        await page.FillAsync("#agree-words", "Open the lounge");

        await page.Context.SetOfflineAsync(true);
        await page.Locator("#agree-words").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-not-sent]").First).ToContainTextAsync("does not answer");
        await Assertions.Expect(page.Locator("#agree-words")).ToHaveValueAsync("Open the lounge");

        await page.Context.SetOfflineAsync(false);
        await page.CheckAsync("[name=due][value=other]", new() { Force = true });
        await page.Locator("#agree-words").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("still to come");
        await Assertions.Expect(page.Locator("#agree-words")).ToHaveValueAsync("Open the lounge");

        // What somebody else writes is shown only after the page has looked again by itself.
        var other = await chromium.OpenAsync(new Uri(Address(server, "present/RAJ12")));
        await other.FillAsync("#note-words", "Lift two is mended");
        await other.Locator("#note-words").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".held-notes")).ToContainTextAsync("Lift two is mended");
        await Assertions.Expect(page.Locator("#errors")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("still to come");
        await Assertions.Expect(page.Locator("#agree-words")).ToHaveValueAsync("Open the lounge");
        Assert.Equal("other", await page.InputValueAsync("[name=due]:checked"));
        await page.KeepAsync("call-refused-refreshed");

        await page.Locator("[name=due]").First.CheckAsync(new() { Force = true });
        await page.Locator("#agree-words").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".held-agreed")).ToContainTextAsync("Open the lounge");
        await Assertions.Expect(page.Locator("#errors")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#agree-words")).ToHaveValueAsync("");
        await other.Context.DisposeAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Call_WithoutScript_IsHeldByItsForms()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await chromium.OpenAsync(new Uri(Address(server, "statements/RAJ12")), script: false);
        await page.FillAsync("#q-position", "Two lifts are out");
        await ClickAsync(page, "Save");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("saved");

        await page.GotoAsync(Address(server, "present"));
        await ClickAsync(page, "Start the call");
        await ClickAsync(page, "Everybody is here");
        await ClickAsync(page, "Record, then next");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Basildon");
        await page.FillAsync("#agree-words", "Start six packages of care");
        await ClickAsync(page, "Agree");
        await Assertions.Expect(page.Locator(".held-agreed")).ToContainTextAsync("Start six packages of care");
        await page.GotoAsync(Address(server, "present/close"));
        await ClickAsync(page, "Close and sign");

        Assert.Equal(CallState.Closed, (await CallAsync(server)).State);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Pages_OnEveryScreen_BreakNoRuleAndAreNoWiderThanIt()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var batch in new FullSystem(server.Network, server.Now).Events().Chunk(2_000))
        {
            await server.TellAsync(batch);
        }

        await ShownCall.TellAsync(server);
        var wrong = new List<string>();
        foreach (var (page, name) in new[]
        {
            ($"call/{ShownCall.Running}/present", "held-system"),
            ($"call/{ShownCall.Running}/present/RAJ12", "held-site"),
            ($"call/{ShownCall.Running}/present/close", "held-close"),
            ($"call/{ShownCall.Running}/statements/RAJ12", "held-statement"),
            ("call/actions", "held-actions"),
            ($"call/{ShownCall.Running}/actions/1", "held-action"),
        })
        {
            var window = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, page));
            wrong.AddRange(await EveryScreen.FaultsAsync(window, name));
            await window.Context.DisposeAsync();
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    private static Task ClickAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static string Address(RunningServer server, string page) =>
        new Uri(server.Application.HttpAddress, $"call/{ShownCall.Running}/{page}").ToString();

    private static async Task<Call> CallAsync(RunningServer server) => CallFold.Of(
        (await server.EntriesAsync()).Select(entry => entry.Event).Where(one => one.Detail is CallEvent))!;

    private async Task<IPage> OpenAsAsync(RunningServer server, string address, string script)
    {
        var page = await chromium.WindowAsync(390, 844);
        await page.AddInitScriptAsync(script);
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SignedIn.Header] = SignedIn.Written(new Actor(
                "p_test",
                "Test",
                new HashSet<Role> { Role.SiteManager },
                new HashSet<string>(StringComparer.Ordinal) { "RAJ12" })),
        });
        await page.GotoAsync(new Uri(server.Application.HttpAddress, address).AbsoluteUri);
        return page;
    }
}
