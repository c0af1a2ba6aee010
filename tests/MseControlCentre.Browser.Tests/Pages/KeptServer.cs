using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>
/// A server with something to keep: accounts, links, screens, and deliveries to a channel that does not answer. Its pages
/// have forms that no other has, and links that only who was given them can open.
/// </summary>
internal sealed class KeptServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private RunningServer _server = null!;

    public static async Task<KeptServer> StartAsync()
    {
        var kept = new KeptServer();
        var file = Path.Combine(kept._folder.Path, "notifications.json");
        await File.WriteAllTextAsync(Path.Combine(kept._folder.Path, "webhook.secret"), "http://127.0.0.1:9/");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "channels": [ { "id": "team", "kind": "webhook", "address": { "file": "webhook.secret" } } ],
              "rules": [ { "id": "team", "for": "Control centre", "channel": "team", "steps": ["raised"] } ]
            }
            """);
        kept._server = await RunningServer.StartAsync(options => options with { NotificationsFile = file });

        await kept._server.TellAsync(EscalationGiven.Step(
            kept._server,
            EscalationGiven.Basildon,
            new EscalationRaised("RAJ12-Staffing-20261123-1", 1, EscalationKind.Staffing, "Six shifts", "site-manager")));
        var outbox = kept._server.Application.Services.GetRequiredService<OpenOutbox>().Value;
        await Eventually.TrueAsync(() => outbox.Find(DeliveryState.Waiting, null, 1).Count > 0, "a delivery to wait");
        return kept;
    }

    /// <summary>Sends the forms of its pages as whoever made its first account. Says what is wrong with the answers.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(SentForms sent, IPage window)
    {
        await window.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SignedIn.Header] = SignedIn.Written(Actor.Nobody),
        });
        await using var scope = _server.Application.Services.CreateAsyncScope();
        var given = scope.ServiceProvider;
        var invitations = given.GetRequiredService<InvitationsService>();
        var screens = given.GetRequiredService<WallScreensService>();
        var first = await invitations.FirstAsync(CancellationToken.None);
        var wrong = new List<string>();
        wrong.AddRange(await sent.SendAsync(window, _server, $"/welcome/{first}"));
        wrong.AddRange(await sent.SendAsync(
            window, _server, $"/walls/{await screens.MakeAsync("North wall", "test", CancellationToken.None)}"));
        await FirstAccount.MakeAsync(window, new Uri(_server.Application.HttpAddress, $"welcome/{first}"));

        await invitations.MakeAsync([Role.Observer], [], null, "test", CancellationToken.None);
        await screens.MakeAsync("South wall", "test", CancellationToken.None);
        var accounts = given.GetRequiredService<UserManager<Account>>();
        var other = new Account { UserName = "other@example.org", DisplayName = "O. Ther" };
        Assert.True((await accounts.CreateAsync(other, FirstAccount.Password)).Succeeded);
        var password = await given.GetRequiredService<PasswordLinksService>()
            .MakeAsync(other.Id, "test", CancellationToken.None);
        foreach (var page in (string[])
            [$"/new-password/{password}", "/accounts", $"/accounts/{other.Id}", "/wall-screens", "/notifications", "/account"])
        {
            wrong.AddRange(await sent.SendAsync(window, _server, page));
        }

        // What takes the place of the form that sets the app up. The last form before it ended every session.
        await FirstAccount.SignInAsync(window, _server.Application.HttpAddress);
        await window.GotoAsync(new Uri(_server.Application.HttpAddress, "account").ToString());
        await window.FillAsync("#authenticator-password", FirstAccount.Password);
        await window.ClickAsync("text=Set up the app");
        await window.WaitForLoadStateAsync();
        wrong.AddRange(await sent.SendShownAsync(window, _server));
        await window.FillAsync("#code", new AuthenticatorApp(await window.Locator(".own-key").InnerTextAsync()).Code());
        await window.ClickAsync("text=Turn the app on");
        wrong.AddRange(await sent.SendAsync(window, _server, "/account"));
        await window.Context.DisposeAsync();
        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
