using System.Net;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>The administrator's pages: people are invited, changed and closed; screens get their links.</summary>
public sealed partial class AccountsPageTests
{
    private const string Password = "harbour lantern seven";

    [Fact]
    public async Task Invited_MakesAnAccountWithTheRightsOfTheLink()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);

        var link = await LinkAsync(await administrator.FillInAsync(
            "accounts", ("roles", "SiteManager"), ("sites", "RAJ12")));
        using var invited = new Visitor(server);
        using var made = await MakeAsync(invited, link, "manager@example.org");
        using var own = await invited.GetAsync("sites/RAJ12");
        using var other = await invited.GetAsync("sites/RAJ01");
        using var accounts = await invited.GetAsync("accounts");
        var list = await ReadAsync(administrator, "accounts");

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [own.StatusCode, other.StatusCode, accounts.StatusCode]);
        Assert.Contains("Site manager; Basildon", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SaysWhenSomebodyLastSignedIn()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 23, 3, 15, 0, TimeSpan.Zero));
        await using var server = await StartAsync(clock);
        using var administrator = await AdministratorAsync(server);
        await using var scope = server.Application.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.CreateAsync(new Account { UserName = "never@example.org", DisplayName = "N. Ever" });
        await accounts.CreateAsync(new Account
        {
            UserName = "once@example.org", DisplayName = "O. Nce", LastSignedInAt = clock.GetUtcNow().AddDays(-301),
        });

        var list = await ReadAsync(administrator, "accounts");

        Assert.Equal(
            ["23 Nov 03:15", "never", "26 Jan 2026"],
            LastSignedIn().Matches(list).Select(match => match.Groups["when"].Value));
    }

    [Fact]
    public async Task AccountThatIsNotThere_IsAPageForPeople()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);

        using var answer = await administrator.GetAsync("accounts/nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "<h1>There is no such account</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_WhosePlaceIsRefused_KeepsWhatWasTyped()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);
        var place = "The long corridor " + new string('x', 80);

        using var answer = await administrator.FillInAsync("wall-screens", ("place", place));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"value=\"{place}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Choose at least one role")]
    [InlineData("SiteManager", "A site manager needs a site")]
    [InlineData("Partner", "A partner needs an organisation")]
    [InlineData("Feed", "Choose at least one role")]
    [InlineData("5", "Choose at least one role")]
    public async Task Invitation_ThatCannotBe_SaysWhatIsMissing(string role, string expected)
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);

        using var answer = await administrator.FillInAsync("accounts", ("roles", role));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_TakenBack_MakesNoAccount()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);
        var link = await LinkAsync(await administrator.FillInAsync("accounts", ("roles", "Observer")));
        var invitation = Invitation().Match(await ReadAsync(administrator, "accounts")).Groups["id"].Value;

        using var taken = await administrator.SendAsync("accounts", "accounts/take-back", ("invitation", invitation));
        using var invited = new Visitor(server);
        using var page = await invited.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task Closed_SignsInNoMoreAndItsSessionEnds_UntilItIsOpenedAgain()
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        using var administrator = await AdministratorAsync(server);
        using var person = new Visitor(server);
        var id = await InvitedAsync(server, administrator, person, Role.Controller);

        using var closed = await administrator.SendAsync($"accounts/{id}", $"accounts/{id}/close");
        clock.PutForward(TimeSpan.FromMinutes(2));
        using var ended = await person.GetAsync("wall");
        using var refused = await person.FillInAsync("sign-in", ("name", "person@example.org"), ("password", Password));
        using var opened = await administrator.SendAsync($"accounts/{id}", $"accounts/{id}/reopen");
        using var again = await person.FillInAsync("sign-in", ("name", "person@example.org"), ("password", Password));

        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task ForgottenPassword_IsChosenAnewByALink_Once()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);
        using var person = new Visitor(server);
        var id = await InvitedAsync(server, administrator, person, Role.Observer);
        const string fresh = "kettle ribbon ocean";

        var renewal = await LinkAsync(await administrator.SendAsync($"accounts/{id}", $"accounts/{id}/new-password"));
        using var other = new Visitor(server);
        using var differing = await other.FillInAsync(renewal, ("password", fresh), ("again", "kettle ribbon"));
        using var chosen = await other.FillInAsync(renewal, ("password", fresh), ("again", fresh));
        using var again = await other.GetAsync(renewal);
        using var welcome = await other.GetAsync(renewal.Replace("new-password", "welcome", StringComparison.Ordinal));
        using var old = await other.FillInAsync("sign-in", ("name", "person@example.org"), ("password", Password));
        using var signedIn = await other.FillInAsync("sign-in", ("name", "person@example.org"), ("password", fresh));

        Assert.Equal(
            [
                HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound,
                HttpStatusCode.Unauthorized, HttpStatusCode.Redirect,
            ],
            [
                differing.StatusCode, chosen.StatusCode, again.StatusCode, welcome.StatusCode, old.StatusCode,
                signedIn.StatusCode,
            ]);
    }

    [Fact]
    public async Task OtherRights_HoldFromTheNextMinuteOn()
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        using var administrator = await AdministratorAsync(server);
        using var person = new Visitor(server);
        var id = await InvitedAsync(server, administrator, person, Role.Controller);

        using var before = await person.GetAsync("sites/RAJ12");
        using var changed = await administrator.SendAsync($"accounts/{id}", $"accounts/{id}", ("roles", "Observer"));
        clock.PutForward(TimeSpan.FromMinutes(2));
        using var ended = await person.GetAsync("sites/RAJ12");
        (await person.FillInAsync("sign-in", ("name", "person@example.org"), ("password", Password))).Dispose();
        using var after = await person.GetAsync("sites/RAJ12");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Forbidden],
            [before.StatusCode, changed.StatusCode, ended.StatusCode, after.StatusCode]);
    }

    [Fact]
    public async Task Accounts_LieInFilesForTheirOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);

        var files = Directory.GetFiles(server.Data, "accounts.db*");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            OfTheirOwnerOnly(file);
        }
    }

    [Fact]
    public async Task LastAdministrator_CannotBeClosedAndKeepsTheRole()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);
        var id = await IdOfAsync(server, "first@example.org");

        using var closed = await administrator.SendAsync($"accounts/{id}", $"accounts/{id}/close");
        using var changed = await administrator.SendAsync($"accounts/{id}", $"accounts/{id}", ("roles", "Observer"));
        using var still = await administrator.GetAsync("accounts");

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK],
            [closed.StatusCode, changed.StatusCode, still.StatusCode]);
        Assert.Contains(
            "Nobody could keep accounts afterwards", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_MadeOnThePage_ShowsTheWall_AndLosesItWhenItIsTakenBack()
    {
        await using var server = await RunningServer.StartAsync();
        using var administrator = await AdministratorAsync(server);
        var link = await LinkAsync(await administrator.FillInAsync("wall-screens", ("place", "North wall")));
        using var screen = new Visitor(server);
        (await screen.FillInAsync(link)).Dispose();
        var id = Screen().Match(await ReadAsync(administrator, "wall-screens")).Groups["id"].Value;

        using var wall = await screen.GetAsync("wall");
        using var taken = await administrator.SendAsync("wall-screens", "wall-screens/take-back", ("screen", id));
        using var lost = await screen.GetAsync("wall");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect],
            [wall.StatusCode, taken.StatusCode, lost.StatusCode]);
    }

    [Fact]
    public async Task FirstStart_OffersAWall_UntilAScreenIsThere()
    {
        await using var server = await RunningServer.StartAsync();
        var earlier = await Server.Accounts.AccountsSetup.FirstWallAsync(server.Application.Services, default);
        var first = await Server.Accounts.AccountsSetup.FirstWallAsync(server.Application.Services, default);
        using var screen = new Visitor(server);

        using var old = await screen.GetAsync("walls/" + earlier);
        using var looked = await screen.GetAsync("walls/" + first);
        using var opened = await screen.FillInAsync("walls/" + first);
        var none = await Server.Accounts.AccountsSetup.FirstWallAsync(server.Application.Services, default);

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.Redirect],
            [old.StatusCode, looked.StatusCode, opened.StatusCode]);
        Assert.Null(none);
    }

    [UnsupportedOSPlatform("windows")]
    private static void OfTheirOwnerOnly(string file) =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

    private static Task<RunningServer> StartAsync(TimeProvider clock) => RunningServer.StartAsync(
        preconfigure: builder => builder.Services.AddKeyedSingleton(Server.Accounts.AccountsSetup.RealTime, clock));

    private static async Task<string> InvitedAsync(
        RunningServer server, Visitor administrator, Visitor person, Role role)
    {
        var link = await LinkAsync(await administrator.FillInAsync("accounts", ("roles", role.ToString())));
        (await MakeAsync(person, link, "person@example.org")).Dispose();
        return await IdOfAsync(server, "person@example.org");
    }

    private static async Task<Visitor> AdministratorAsync(RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InvitationsService>().FirstAsync(default);
        var visitor = new Visitor(server);
        using var made = await MakeAsync(visitor, "welcome/" + secret, "first@example.org");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return visitor;
    }

    private static Task<HttpResponseMessage> MakeAsync(Visitor visitor, string link, string name) => visitor.FillInAsync(
        link, ("name", name), ("display-name", "A. Person"), ("password", Password), ("again", Password));

    private static async Task<string> IdOfAsync(RunningServer server, string name)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<AccountsDatabase>().Users.Single(one => one.UserName == name).Id;
    }

    private static async Task<string> LinkAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var link = Link().Match(await answer.Content.ReadAsStringAsync()).Groups["path"].Value;
            Assert.NotEmpty(link);
            return link;
        }
    }

    private static async Task<string> ReadAsync(Visitor visitor, string page)
    {
        using var answer = await visitor.GetAsync(page);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<code>http://[^/]+/(?<path>(welcome|walls|new-password)/[^<]+)</code>", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"invitation\" value=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Invitation();

    [GeneratedRegex("data-head=\"Last signed in\">(?<when>[^<]+)<", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex LastSignedIn();

    [GeneratedRegex("name=\"screen\" value=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Screen();
}
