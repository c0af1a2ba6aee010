using Microsoft.Playwright;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>A statement in the browser: it saves itself, loses nothing, and tells two writers of each other.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StatementPagesTests(Chromium chromium)
{
    private const string Looks = "**/statements/**?window=*";
    private const string Saved = "[data-saved]";

    [Fact]
    public async Task TwoWriters_LoseNothing_AndAreBothTold()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var first = await OpenAsync(server);
        var second = await OpenAsync(server, asManager: true);
        await second.RouteAsync(Looks, route => route.AbortAsync());

        await first.FillAsync("#q-position", "The lift is out");
        await Assertions.Expect(first.Locator(Saved)).ToContainTextAsync("Saved");
        await second.FillAsync("#q-position", "Recovery is full");
        await second.UnrouteAsync(Looks);
        await Assertions.Expect(second.Locator(Saved)).ToContainTextAsync("Everybody wrote here too");
        await Assertions.Expect(second.Locator(".theirs blockquote")).ToHaveTextAsync("The lift is out");
        await Assertions.Expect(second.Locator("#q-position")).ToHaveValueAsync("Recovery is full");
        await second.KeepAsync("statement-conflict", whole: true);

        // A look that fails meanwhile takes nothing of it away.
        var failed = new TaskCompletionSource();
        second.RequestFailed += (_, request) =>
        {
            if (request.Url.Contains("?window=", StringComparison.Ordinal))
            {
                failed.TrySetResult();
            }
        };
        await second.Context.SetOfflineAsync(true);
        await failed.Task.WaitAsync(Eventually.Patience);
        await Assertions.Expect(second.Locator(Saved)).ToContainTextAsync("Choose below what stays");
        await second.Context.SetOfflineAsync(false);

        await first.FillAsync("#q-ask", "Six packages of care");
        await Assertions.Expect(first.Locator("[data-others]")).ToContainTextAsync("Test");
        await second.GetByRole(AriaRole.Button, new() { Name = "Keep both" }).ClickAsync();
        await Assertions.Expect(second.Locator("#q-position")).ToHaveValueAsync("The lift is out\nRecovery is full");
        await Assertions.Expect(first.Locator("#q-position")).ToHaveValueAsync("The lift is out\nRecovery is full");
        await Assertions.Expect(first.Locator("[data-question=position] .theirs")).ToContainTextAsync("Test changed this");
        await Assertions.Expect(first.Locator("#q-ask")).ToHaveValueAsync("Six packages of care");
        await first.KeepAsync("statement-told", whole: true);
        await Assertions.Expect(second.Locator("#q-ask")).ToHaveValueAsync("Six packages of care");

        var said = (await CallAsync(server)).Statements["RAJ12"].Told.Answers;
        Assert.Equal(
            [new StatementAnswer("position", "The lift is out\nRecovery is full"), new StatementAnswer("ask", "Six packages of care")],
            said);
        await first.Context.DisposeAsync();
        await second.Context.DisposeAsync();
    }

    [Fact]
    public async Task Typed_WhileTheServerIsAway_IsSaidNotToBeSaved_AndIsSavedWhenItAnswers()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await OpenAsync(server);

        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#q-position", "The lift is out");
        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Not saved: the server does not answer");
        await page.KeepAsync("statement-away");
        Assert.Empty((await CallAsync(server)).Statements);

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Saved");
        Assert.Equal("The lift is out", (await CallAsync(server)).Statements["RAJ12"].Told.Answers[0].Words);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Saved_IsSaidOnlyOfTheNewest_ThoughAnEarlierSaveWasOnItsWay()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await OpenAsync(server);
        var sent = new List<TaskCompletionSource>();
        await page.RouteAsync(Looks, route => route.AbortAsync());
        await page.RouteAsync("**/statements/RAJ12", async route =>
        {
            var held = new TaskCompletionSource();
            sent.Add(held);
            await held.Task;
            await route.ContinueAsync();
        });

        await page.FillAsync("#q-position", "The lift is out");
        await Eventually.TrueAsync(() => sent.Count == 1, "the first save to be on its way");
        await page.FillAsync("#q-position", "The lift is mended");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        sent[0].SetResult();
        await Eventually.TrueAsync(() => sent.Count == 2, "the second save to go out once the first was answered");
        await Assertions.Expect(page.Locator(Saved)).ToHaveTextAsync("Not saved yet");

        sent[1].SetResult();
        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Saved");
        Assert.Equal("The lift is mended", (await CallAsync(server)).Statements["RAJ12"].Told.Answers[0].Words);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Typed_AndReloadedWhileNothingCanBeSaved_IsStillThere_AndIsSavedThen()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await OpenAsync(server);
        await page.RouteAsync("**/statements/**", route =>
            route.Request.Method is "POST" ? route.AbortAsync() : route.ContinueAsync());

        await page.FillAsync("#q-position", "The lift is out");
        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Not saved");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#q-position")).ToHaveValueAsync("The lift is out");
        await page.UnrouteAllAsync();

        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Saved");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#q-position")).ToHaveValueAsync("The lift is out");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Refused_ForWhatItSays_IsSaidAtItsField_AndTakenOnceItIsMended()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await OpenAsync(server);

        await page.FillAsync("#q-position", "Call 943 476 5919");
        await Assertions.Expect(page.Locator("[data-question=position] .error")).ToContainTextAsync("NHS number");
        await page.FillAsync("#q-position", "Call the ward");

        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Saved");
        await Assertions.Expect(page.Locator("[data-question=position] .error")).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Typed_TooLateForTheRecord_IsSaidNotToBeInIt_AndStays()
    {
        await using var server = await RunningServer.StartAsync();
        await ShownCall.PreparedAsync(server, ShownCall.Running);
        var page = await OpenAsync(server);
        await page.RouteAsync("**/statements/**", route =>
            route.Request.Method is "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.FillAsync("#q-position", "The lift is out");
        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("Not saved");

        await ShownCall.CloseAsync(server);
        await page.UnrouteAllAsync();

        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync("the call is closed, nothing more is taken");
        await Assertions.Expect(page.Locator(Saved)).ToContainTextAsync(
            "Not in the record: " + await page.Locator("label[for=q-position]").InnerTextAsync());
        await Assertions.Expect(page.Locator("#q-position")).ToHaveValueAsync("The lift is out");
        await page.KeepAsync("statement-too-late", whole: true);
        Assert.Empty((await CallAsync(server)).Statements);
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(RunningServer server, bool asManager = false)
    {
        var page = await chromium.WindowAsync(asManager ? 390 : 1366, 844);
        if (asManager)
        {
            await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [SignedIn.Header] = SignedIn.Written(new Actor(
                    "p_test",
                    "Test",
                    new HashSet<Role> { Role.SiteManager },
                    new HashSet<string>(StringComparer.Ordinal) { "RAJ12" })),
            });
        }

        await page.GotoAsync(
            new Uri(server.Application.HttpAddress, $"call/{ShownCall.Running}/statements/RAJ12").AbsoluteUri);
        return page;
    }

    private static async Task<Call> CallAsync(RunningServer server) => CallFold.Of(
        (await server.EntriesAsync()).Select(entry => entry.Event).Where(one => one.Detail is CallEvent))!;
}
