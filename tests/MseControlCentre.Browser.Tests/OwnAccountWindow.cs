using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>A window that is signed in with an account of its server, and in no other way.</summary>
internal static class OwnAccountWindow
{
    /// <summary>Makes the first account at a host's name.</summary>
    public static async Task<IPage> OpenAsync(Chromium chromium, RunningServer server, string host)
    {
        var window = await chromium.WindowAsync(change: options => options.ExtraHTTPHeaders =
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [SignedIn.Header] = SignedIn.Written(Actor.Nobody),
            });
        await using var scope = server.Application.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InvitationsService>()
            .FirstAsync(CancellationToken.None);
        await FirstAccount.MakeAsync(window, new Uri(Address(server, host, "welcome/" + secret)));
        return window;
    }

    /// <summary>The whole address of a page at a host's name.</summary>
    public static string Address(RunningServer server, string host, string path) =>
        $"http://{host}:{server.Application.HttpAddress.Port}/{path}";
}
