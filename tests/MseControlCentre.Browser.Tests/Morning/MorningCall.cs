using Microsoft.Playwright;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Morning;

/// <summary>The second half of the morning: from the pack of 09:30 to a closed call and an action that is answered.</summary>
/// <param name="server">The server.</param>
/// <param name="people">Who is there.</param>
internal sealed class MorningCall(MorningServer server, MorningPeople people)
{
    private const string Id = "situational-awareness-20261127-1";
    private const string Looks = "**/statements/**?window=*";
    private const string Agreed = "Start six packages of care before noon";

    /// <summary>Clicks of the chair from the page of calls to the signature; what is typed does not count.</summary>
    public int Clicks { get; private set; }

    /// <summary>At 09:30 the pack is there, and nobody wrote it.</summary>
    public async Task PackIsThereAsync()
    {
        await server.UntilAsync(new TimeSpan(9, 30, 0));
        await people.Controller.GotoAsync(Of("call"));
        await Expect(people.Controller.Locator(".call-now h2 a"))
            .ToContainTextAsync("10:00 situational-awareness call");
        await people.Controller.GotoAsync(Of("call/" + Id));
        await Expect(people.Controller.Locator("main")).ToContainTextAsync("Basildon");
    }

    /// <summary>
    /// Basildon and the controller write the same statement at once. Each is told of the other, and no word is lost: where
    /// both answered the same question, whoever was second chooses.
    /// </summary>
    public async Task TwoWriteAtOnceAsync()
    {
        var statement = Of($"call/{Id}/statements/RAJ12");
        await people.Basildon.GotoAsync(statement);
        await people.Controller.GotoAsync(statement);
        await people.Basildon.FillAsync("#q-position", "Lift three is out until noon");
        await Expect(people.Basildon.Locator("[data-saved]")).ToContainTextAsync("Saved");
        await Expect(people.Controller.Locator("#q-position")).ToHaveValueAsync(
            "Lift three is out until noon");
        await Expect(people.Controller.Locator("[data-others]")).ToContainTextAsync(MorningPeople.BasildonName);
        await Expect(people.Basildon.Locator("[data-others]")).ToContainTextAsync(
            MorningPeople.ControllerName);

        // Neither has seen the other's words: the controller's page does not look while both write.
        await people.Controller.RouteAsync(Looks, route => route.AbortAsync());
        await people.Basildon.FillAsync("#q-constraint", "Two closed bays on the acute medical unit");
        await people.Controller.FillAsync("#q-constraint", "Nobody to read scans until eleven");
        await people.Controller.UnrouteAsync(Looks);
        var (second, first) = await WhoIsAskedAsync();
        await Expect(second.Locator("[data-question=constraint] blockquote")).ToHaveCountAsync(1);
        await second.Locator("[data-question=constraint] [data-choose=both]").ClickAsync();
        await Expect(second.Locator("[data-saved]")).ToContainTextAsync("Saved");
        await Eventually.TrueAsync(
            async () => await first.InputValueAsync("#q-constraint") is { } both
                && both.Contains("Two closed bays", StringComparison.Ordinal)
                && both.Contains("Nobody to read", StringComparison.Ordinal),
            "both answers stand in the form of whoever was first");
    }

    /// <summary>Both sites say that they are ready.</summary>
    public async Task StatementsAreReadyAsync()
    {
        await people.Basildon.CheckAsync("[name=ready]");
        await Expect(people.Basildon.Locator("[data-saved]")).ToContainTextAsync("Saved");
        await people.Southend.GotoAsync(Of($"call/{Id}/statements/RAJ01"));
        await people.Southend.FillAsync("#q-ask", "Two beds in Basildon for stroke patients");
        await people.Southend.CheckAsync("[name=ready]");
        await people.Southend.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(people.Southend.Locator("[data-saved]")).ToContainTextAsync("Saved");
    }

    /// <summary>The controller opens the call, starts it, and records who is there.</summary>
    public async Task ItBeginsAsync()
    {
        await server.UntilAsync(new TimeSpan(10, 0, 5));
        await people.Controller.GotoAsync(Of("call"));
        await ClickAsync(people.Controller.Locator(".call-todo .button").First);
        await Expect(people.Controller.Locator(".held-bar")).ToContainTextAsync("10:00");
        await ClickAsync(Button("Start the call"));
        await Expect(people.Controller.Locator(".held-bar")).ToContainTextAsync(MorningPeople.ControllerName);
        await ClickAsync(Button("Everybody is here"));
        await Expect(people.Controller.Locator(".done")).ToContainTextAsync("recorded as here");
    }

    /// <summary>Screen by screen the level is recorded; at Basildon an action is agreed that the council owes.</summary>
    public async Task ItIsHeldAsync()
    {
        await ClickAsync(people.Controller.Locator(".levels label", new() { HasText = "3" }));
        await people.Controller.FillAsync("#opel-reason", "Beds are short everywhere");
        await ClickAsync(Button("Record, then next"));
        await IsOnScreenAsync(2);
        await people.Controller.FillAsync("#agree-words", Agreed);
        await people.Controller.SelectOptionAsync("#agree-owner", "essex-council");
        await people.Controller.SelectOptionAsync("#agree-figure", new SelectOptionValue { Index = 1 });
        await people.Controller.PressAsync("#agree-words", "Enter");
        await Expect(people.Controller.Locator(".done")).ToContainTextAsync("agreed");
    }

    /// <summary>The chair closes and signs.</summary>
    public async Task ItIsClosedAsync()
    {
        for (var screen = 0; screen < 3; screen++)
        {
            await ClickAsync(people.Controller.Locator("a[rel=next]"));
            await IsOnScreenAsync(screen + 3);
        }

        await people.Controller.FillAsync("#close-summary", "Beds first, then the ambulances");
        await ClickAsync(people.Controller.Locator("#close-form").GetByRole(AriaRole.Button, new() { Name = "Close and sign" }));
        await Expect(people.Controller.Locator(".done")).ToContainTextAsync("closed and signed");
    }

    /// <summary>The council answers its action; the record stays what was signed.</summary>
    public async Task ItIsAnsweredAsync()
    {
        await people.Council.GotoAsync(Of("call/actions?owner=essex-council"));
        await people.Council.GetByRole(AriaRole.Link, new() { Name = Agreed }).ClickAsync();
        await people.Council.Locator(".states label", new() { HasText = "done" }).ClickAsync();
        await people.Council.FillAsync("#words", "Six started; two more this afternoon");
        await people.Council.GetByRole(AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await Expect(people.Council.Locator(".done")).ToContainTextAsync("kept");

        await people.Southend.GotoAsync(Of("call/" + Id));
        await Expect(people.Southend.Locator("main")).ToContainTextAsync("the record is still what was signed");
        await Expect(people.Southend.Locator("main")).ToContainTextAsync("Two beds in Basildon for stroke patients");
        await Expect(people.Southend.Locator("main")).ToContainTextAsync(Agreed);
    }

    private Task IsOnScreenAsync(int screen) =>
        Expect(people.Controller.Locator(".held-progress")).ToContainTextAsync($"{screen} of");

    private async Task<(IPage Second, IPage First)> WhoIsAskedAsync()
    {
        IPage? second = null;
        await Eventually.TrueAsync(
            async () =>
            {
                foreach (var page in new[] { people.Basildon, people.Controller })
                {
                    if (await page.Locator("[data-question=constraint] [data-choose=both]").CountAsync() > 0)
                    {
                        second = page;
                    }
                }

                return second is not null;
            },
            "one of the two is asked which words stay");
        return (second!, second == people.Basildon ? people.Controller : people.Basildon);
    }

    private ILocator Button(string name) => people.Controller.GetByRole(AriaRole.Button, new() { Name = name });

    private async Task ClickAsync(ILocator what)
    {
        await what.ClickAsync();
        Clicks++;
    }

    private string Of(string path) => new Uri(server.Address, path).ToString();

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
