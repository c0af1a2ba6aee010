using Microsoft.Playwright;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The pages on which calls are read, in each of their states, on every screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CallPagesTests(Chromium chromium)
{
    [Fact]
    public async Task Pages_OfAMorningWithACall_AreWholeAndBreakNoRuleOfWcag()
    {
        await using var server = await StartAsync();
        await server.TellBusyDayAsync();
        await server.TellAsync(
        [
            .. new CallGiven(server.Network, server.Now.AddMinutes(4)).Events(CallState.Prepared),
            .. new CallGiven(server.Network, server.Now.AddDays(-1), "situational-awareness-20261128-1").Events(CallState.Closed),
            .. new CallGiven(server.Network, server.Now.AddDays(-2), "situational-awareness-20261127-1").Events(CallState.NotHeld),
        ]);
        var window = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "call"));
        var wrong = new List<string>();

        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call"));
        await OpenAsync(CallAddresses.Of(CallGiven.Id));
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call-prepared"));
        await OpenAsync(CallAddresses.Of("situational-awareness-20261128-1"));
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call-closed"));
        await OpenAsync(CallAddresses.Past);
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call-past"));
        await OpenAsync(CallAddresses.New);
        await window.Locator("input[value=DischargeEvent]").CheckAsync();
        await window.EvaluateAsync("() => document.querySelector('#reason').removeAttribute('required')");
        await window.GetByRole(AriaRole.Button, new() { Name = "Call it now" }).ClickAsync();
        await Assertions.Expect(window.Locator("#errors")).ToContainTextAsync("Write the reason.");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call-new-wrong"));

        Assert.Equal([], wrong);
        await window.Context.DisposeAsync();

        Task OpenAsync(string address) => window.GotoAsync(new Uri(server.Application.HttpAddress, address).ToString());
    }

    [Fact]
    public async Task Pages_WithoutACall_SayWhyAndWhatToDo()
    {
        await using var server = await StartAsync();
        var window = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "call"));
        var wrong = new List<string>();

        await Assertions.Expect(window.Locator(".call-now")).ToContainTextAsync("its pack is there at 09:30");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call-none"));
        await window.GetByRole(AriaRole.Link, new() { Name = "Past calls" }).First.ClickAsync();
        await Assertions.Expect(window.Locator(".empty")).ToContainTextAsync("No call has been prepared yet");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "call-past-none"));

        Assert.Equal([], wrong);
        await window.Context.DisposeAsync();
    }

    // A noon at which no regular call is prepared, whatever the hour of the test.
    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(options => options with
    {
        ClockStart = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), Speed = 1,
    });
}
