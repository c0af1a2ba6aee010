using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Morning;

/// <summary>The first half of the morning: from an ambulance that passes 30 minutes to a resolved escalation.</summary>
/// <param name="server">The server.</param>
/// <param name="people">Who is there.</param>
internal sealed class MorningEscalation(MorningServer server, MorningPeople people)
{
    // The escalation, not the button that offers to raise one.
    private const string Delay = "#escalate [id^='escalation-RAJ12-HandoverDelay']";

    private static readonly string[] s_waiting = ["first", "second", "third", "fourth"];

    /// <summary>Four ambulances wait; the first passes 30 minutes, and everybody sees one situation.</summary>
    public async Task ThresholdIsPassedAsync()
    {
        await people.Controller.GotoAsync(Of("wall"));
        await people.Basildon.GotoAsync(Of("sites/RAJ12"));
        foreach (var (index, ambulance) in s_waiting.Index())
        {
            await server.ArriveAsync(ambulance, 28 - (index * 6));
        }

        await Expect(people.Basildon.Locator(Delay))
            .ToContainTextAsync("Not acknowledged");
        await Expect(people.Controller.Locator("[data-live='escalated-RAJ12']")).ToContainTextAsync("escalated");
    }

    /// <summary>
    /// Basildon acknowledges in one tap, and the crews are released; the controller takes it and begins an action from the
    /// site's card.
    /// </summary>
    public async Task ItIsTakenAsync()
    {
        await people.Basildon.Locator(Delay)
            .GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(people.Basildon.Locator(".done[role=status]")).ToContainTextAsync("Acknowledged");

        // Nobody waits any more, so that the control centre passes nothing up while people still write.
        await server.HandOverAsync(s_waiting);
        await people.Controller.GotoAsync(Of("escalations?site=RAJ12"));
        await people.Controller.Locator("[data-live=open] a", new() { HasText = "handover" }).First.ClickAsync();
        await people.Controller.GetByRole(AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await Expect(people.Controller.Locator(".done")).ToContainTextAsync("Taken");
        await people.Controller.Locator("#card-open-cohort button").ClickAsync();
        await Expect(people.Controller.Locator(".esc-actions")).ToContainTextAsync("cohort");
    }

    /// <summary>Southend is asked for help and gives it, from its own screen.</summary>
    public async Task HelpIsGivenAsync()
    {
        var controller = people.Controller;
        await controller.Locator("#ask-other > summary").ClickAsync();
        await controller.SelectOptionAsync("#ask-of", "RAJ01");
        await controller.FillAsync("#ask-for", "Take the next two ambulances from the A127");
        await controller.Locator("#ask-other").GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(controller.Locator(".esc-helps")).ToContainTextAsync("Southend");

        await people.Southend.GotoAsync(Page);
        await people.Southend.Locator(".esc-helps textarea").First.FillAsync("Two, from 09:45");
        await people.Southend.GetByRole(AriaRole.Button, new() { Name = "We help" }).ClickAsync();
        await Expect(people.Southend.Locator(".esc-helps")).ToContainTextAsync("Two, from 09:45");
    }

    /// <summary>
    /// Two act on the same thing at once: one step is taken, the second is told who was first and keeps what they typed, and
    /// the first sees it when it is taken after all.
    /// </summary>
    public async Task TwoActAtOnceAsync()
    {
        await people.Controller.GotoAsync(Page);
        await people.Basildon.GotoAsync(Page);
        await NoteAsync(people.Basildon, "Three of four patients are fit to sit");
        await NoteAsync(people.Controller, "Southend takes the next two");
        await SendNoteAsync(people.Controller);
        await Expect(people.Controller.Locator(".done")).ToContainTextAsync("note is kept");

        await SendNoteAsync(people.Basildon);
        await Expect(people.Basildon.Locator("#errors")).ToContainTextAsync($"{MorningPeople.ControllerName} was first");
        await Expect(people.Basildon.Locator("#note-words")).ToHaveValueAsync("Three of four patients are fit to sit");
        await SendNoteAsync(people.Basildon);
        await Expect(people.Controller.Locator(".esc-part", new() { HasText = "Steps, newest first" }))
            .ToContainTextAsync("Three of four patients are fit to sit");
    }

    /// <summary>Basildon resolves it with an outcome, and the list of open ones is without it.</summary>
    public async Task ItIsResolvedAsync()
    {
        await people.Basildon.GotoAsync(Page);
        await people.Basildon.Locator("#resolve > summary").ClickAsync();
        await people.Basildon.FillAsync("#resolve-outcome", "All four handed over; the cohort area stays open until noon");
        await people.Basildon.Locator("#resolve").GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Expect(people.Basildon.Locator(".done")).ToContainTextAsync("Resolved");
        await people.Controller.GotoAsync(Of("escalations"));
        await Expect(people.Controller.Locator("[data-live=ended]")).ToContainTextAsync("All four handed over");
    }

    private string Page => people.Controller.Url.Split('?')[0];

    private static async Task NoteAsync(IPage page, string words)
    {
        await page.Locator("#note > summary").ClickAsync();
        await page.FillAsync("#note-words", words);
    }

    private static Task SendNoteAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();

    private string Of(string path) => new Uri(server.Address, path).ToString();

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
