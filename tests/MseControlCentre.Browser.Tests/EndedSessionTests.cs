using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Sessions;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>A page left open whose session ends says so, and leads back to where it was.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EndedSessionTests(Chromium chromium)
{
    [Theory]
    [InlineData("wall")]
    [InlineData("sites/RAJ12?sort=name")]
    public async Task LivePage_WhoseSessionEnded_SaysSoAndLeadsBack(string path)
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        var window = await OwnAccountWindow.OpenAsync(chromium, server, "127.0.0.1");
        await window.GotoAsync(OwnAccountWindow.Address(server, "127.0.0.1", path));
        await Assertions.Expect(window.Locator("body.is-live")).ToBeVisibleAsync();

        await EndSessionsAsync(server, clock);

        var banner = window.Locator("[data-silence]");
        await Assertions.Expect(banner).ToHaveTextAsync("Your session has ended.Sign in again");
        await window.KeepAsync($"ended-{path.Split('/', '?')[0]}");
        await banner.GetByRole(AriaRole.Link).ClickAsync();
        await window.FillAsync("#name", FirstAccount.Name);
        await window.FillAsync("#password", FirstAccount.Password);
        await window.ClickAsync("form:not([data-passkey]) button");
        await window.WaitForURLAsync(OwnAccountWindow.Address(server, "127.0.0.1", path));
        await Assertions.Expect(window.Locator("body.is-live")).ToBeVisibleAsync();
        await Assertions.Expect(window.Locator("[data-silence]")).ToBeHiddenAsync();
        await window.Context.DisposeAsync();
    }

    [Fact]
    public async Task Page_WhoseReaderSignsInElsewhere_GoesOn()
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        var window = await OwnAccountWindow.OpenAsync(chromium, server, "127.0.0.1");
        await Assertions.Expect(window.Locator("body.is-live")).ToBeVisibleAsync();
        await EndSessionsAsync(server, clock);
        await Assertions.Expect(window.Locator("[data-silence] a")).ToBeVisibleAsync();

        var another = await window.Context.NewPageAsync();
        await FirstAccount.SignInAsync(another, server.Application.HttpAddress);

        await Assertions.Expect(window.Locator("[data-silence]")).ToBeHiddenAsync();
        await window.Context.DisposeAsync();
    }

    // Without the tests' own way in, which a live line of a browser would take.
    private static Task<RunningServer> StartAsync(TimeProvider clock) => RunningServer.StartAsync(preconfigure: builder =>
    {
        builder.Services.Remove(builder.Services.Single(
            service => service.ServiceType == typeof(IStartupFilter)
                && service.ImplementationType == typeof(SignedIn)));
        builder.Services.AddKeyedSingleton(AccountsSetup.RealTime, clock);
    });

    // A session learns within a minute that its account was changed.
    private static async Task EndSessionsAsync(RunningServer server, ShiftedClock clock)
    {
        clock.PutForward(TimeSpan.FromMinutes(2));
        await using var scope = server.Application.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByNameAsync(FirstAccount.Name);
        await accounts.UpdateSecurityStampAsync(account!);
        await server.Application.Services.GetRequiredService<LiveLineSessions>().EndOverAsync(default);
    }
}
