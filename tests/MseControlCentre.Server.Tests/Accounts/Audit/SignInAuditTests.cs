using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Accounts.Audit.AuditedActs;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>Who signs in and out, and who is not let in, is recorded; what they typed is not.</summary>
public sealed class SignInAuditTests
{
    private const string Name = "first@example.org";
    private const string Password = "harbour lantern seven";

    [Fact]
    public async Task SigningInAndNotBeingLetIn_AreRecordedWithoutWhatWasTyped()
    {
        await using var server = await RunningServer.StartAsync();
        await MakeAsync(server);
        using var visitor = new Visitor(server);

        (await visitor.FillInAsync("sign-in", ("name", "nobody@example.org"), ("password", "a secret"))).Dispose();
        (await visitor.FillInAsync("sign-in", ("name", Name), ("password", "a secret"))).Dispose();
        (await visitor.FillInAsync("sign-in", ("name", Name), ("password", Password))).Dispose();

        var recorded = (await OfAsync(server)).Where(act => act.Page is "/sign-in").ToList();
        Assert.Equal(["SignInRefused", "SignInRefused", "SignedIn"], recorded.Select(act => act.Act));
        Assert.Equal([null, "A. Person", "A. Person"], recorded.Select(act => act.ActorName));
        Assert.Equal(recorded[1].Actor, recorded[2].Actor);
        Assert.DoesNotContain(recorded, act => act.ToString().Contains("secret", StringComparison.Ordinal)
            || act.ToString().Contains("example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SigningInThatCannotBeRecorded_BeginsNoSession()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: RefusingJournal.Before);
        await MakeAsync(server);
        using var visitor = new Visitor(server);
        RefusingJournal.Of(server).Refuses = true;

        using var refused = await visitor.FillInAsync("sign-in", ("name", Name), ("password", Password));

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.DoesNotContain("mse-session", visitor.Cookies.GetCookieHeader(server.Application.HttpAddress), StringComparison.Ordinal);
    }

    private static async Task MakeAsync(RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InvitationsService>()
            .FirstAsync(CancellationToken.None);
        using var maker = new Visitor(server);
        (await maker.FillInAsync(
            "welcome/" + secret,
            ("name", Name), ("display-name", "A. Person"), ("password", Password), ("again", Password))).Dispose();
    }
}
