using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Browser;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>Who is shown what in a tab that they do not look at.</summary>
public sealed class BrowserNoticesTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string System = "QH8";
    private const string Id = "RAJ12-HandoverDelay-20261123-1";
    private const string Tag = Id + "/1";

    [Theory]
    [InlineData(Role.Controller, "RAJ12", AnnouncedStep.Raised, true)]
    [InlineData(Role.Controller, "RAJ12", AnnouncedStep.ActionBegun, false)]
    [InlineData(Role.SiteManager, "RAJ12", AnnouncedStep.Raised, true)]
    [InlineData(Role.SiteManager, "RAJ01", AnnouncedStep.Raised, false)]
    [InlineData(Role.SiteManager, System, AnnouncedStep.PassedUp, true)]
    [InlineData(Role.Observer, "RAJ12", AnnouncedStep.Raised, true)]
    [InlineData(Role.Observer, "RAJ12", AnnouncedStep.Resolved, false)]
    [InlineData(Role.Partner, "RAJ12", AnnouncedStep.Raised, false)]
    [InlineData(Role.Administrator, "RAJ12", AnnouncedStep.Raised, false)]
    [InlineData(Role.Auditor, "RAJ12", AnnouncedStep.Raised, false)]
    [InlineData(Role.Wall, "RAJ12", AnnouncedStep.Raised, false)]
    public void Role_AndOwnSites_SayWhatIsShown(Role role, string scope, AnnouncedStep step, bool shown) =>
        Assert.Equal(shown, NoticeReaders.Wants(Of(role), Told.Of(scope: scope, step: step), System));

    [Fact]
    public void WhoeverIsAskedForHelp_IsShownIt()
    {
        var partner = Of(Role.Partner) with { Organisation = "essex-council" };

        Assert.True(NoticeReaders.Wants(
            partner, Told.Of(step: AnnouncedStep.HelpAsked, asked: "essex-council"), System));
        Assert.False(NoticeReaders.Wants(
            partner, Told.Of(step: AnnouncedStep.HelpAsked, asked: "southend-council"), System));
        Assert.True(NoticeReaders.Wants(
            partner,
            Told.Of(step: AnnouncedStep.HelpAsked, asked: "VW-FRAILTY") with { Places = ["essex-council"] },
            System));
        Assert.True(NoticeReaders.Wants(
            Of(Role.SiteManager), Told.Of(scope: "RAJ01", step: AnnouncedStep.HelpAsked, asked: "RAJ12"), System));
    }

    [Theory]
    [InlineData(Role.Controller, AnnouncedStep.PackReady, true)]
    [InlineData(Role.Controller, AnnouncedStep.ActionChased, true)]
    [InlineData(Role.Controller, AnnouncedStep.ActionAgreed, false)]
    [InlineData(Role.Controller, AnnouncedStep.Closed, false)]
    [InlineData(Role.SiteManager, AnnouncedStep.PackReady, true)]
    [InlineData(Role.SiteManager, AnnouncedStep.ActionAgreed, false)]
    [InlineData(Role.Partner, AnnouncedStep.PackReady, true)]
    [InlineData(Role.Partner, AnnouncedStep.ActionAgreed, true)]
    [InlineData(Role.Partner, AnnouncedStep.ActionChased, true)]
    [InlineData(Role.Observer, AnnouncedStep.PackReady, false)]
    [InlineData(Role.Auditor, AnnouncedStep.PackReady, false)]
    [InlineData(Role.Wall, AnnouncedStep.PackReady, false)]
    public void CallsAndActions_AreShownToWhomTheyConcern(Role role, AnnouncedStep step, bool shown)
    {
        var isAction = step is AnnouncedStep.ActionAgreed or AnnouncedStep.ActionChased;
        var told = Told.Of(scope: isAction ? "essex-council" : System, step: step, level: null) with
        {
            Places = isAction ? null : [System, "RAJ12", "essex-council"],
        };

        Assert.Equal(shown, NoticeReaders.Wants(Of(role) with { Organisation = "essex-council" }, told, System));
        Assert.False(NoticeReaders.Wants(Of(Role.Partner) with { Organisation = "thurrock-council" }, told, System));
    }

    [Fact]
    public async Task LiveLine_TellsPeopleOfNewSteps_AndOfWhatTheyMissed()
    {
        await using var server = await RunningServer.StartAsync();
        await using var line = await HubClient.ConnectAsync(server.Application.HttpAddress, Of(Role.Controller));
        await line.CallAsync("WatchNotices");

        await server.TellAsync(Told.Event(Told.Raised("RAJ12-HandoverDelay-20261123-1"), server.Now));
        // In the morning people are told of the day's call as well.
        var notice = await line.NextAsync(
            "notice", one => one.GetProperty("tag").GetString() is "RAJ12-HandoverDelay-20261123-1/1");

        Assert.Equal("/escalations/RAJ12-HandoverDelay-20261123-1", notice.GetProperty("path").GetString());
        Assert.StartsWith("Basildon: 3 ambulances", notice.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_OverAnOpenLine_IsBeingSentUntilTheBrowserSaysWhatItDid()
    {
        await using var server = await RunningServer.StartAsync();
        await using var line = await JoinedAsync(server);
        await server.TellAsync(Told.Event(Told.Raised(Id), server.Now));
        await line.NextAsync("notice", one => one.GetProperty("tag").GetString() is Tag);
        var until = TimeProvider.System.GetUtcNow().AddHours(3);

        var offered = Row(server);
        await line.CallAsync("AnswerNotice", Tag, "quiet", until);
        var quiet = Row(server);
        await line.CallAsync("AnswerNotice", Tag, "looked", null);
        await line.CallAsync("AnswerNotice", Tag, "quiet", until);
        var ended = Row(server);

        Assert.Equal((DeliveryState.Sending, "Test", "p_test"), (offered.State, offered.For, offered.Recipient));
        Assert.Equal((DeliveryState.Held, until), (quiet.State, quiet.Due));
        Assert.Equal((DeliveryState.Sent, "the board was looked at"), (ended.State, ended.Words));
    }

    [Fact]
    public async Task Notice_ThatALineMissed_IsOfferedWhenItIsThere_AndOnceToAPerson()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Told.Event(Told.Raised(Id), server.Now));
        var withoutALine = OutboxOf(server).Of(Id);

        await using var first = await JoinedAsync(server);
        await Eventually.TrueAsync(() => OutboxOf(server).Of(Id).Count > 0, "the step to be offered");
        await using var second = await JoinedAsync(server);

        Assert.Empty(withoutALine);
        Assert.Equal((DeliveryState.Sending, "p_test"), (Row(server).State, Row(server).Recipient));
    }

    [Theory]
    [InlineData("RAJ12-HandoverDelay-20261123-1", "shown", "tag")]
    [InlineData("/1", "shown", "tag")]
    [InlineData("RAJ12-HandoverDelay-20261123-1/one", "shown", "tag")]
    [InlineData("RAJ12-HandoverDelay-20261123-1/1", "7", "outcome")]
    [InlineData("RAJ12-HandoverDelay-20261123-1/1", "", "outcome")]
    public async Task Answer_ThatIsNone_IsRefusedWithItsField(string tag, string outcome, string field)
    {
        await using var line = await JoinedAsync(shared.Running);

        var refused = await Assert.ThrowsAsync<HubException>(() => line.CallAsync("AnswerNotice", tag, outcome, null));

        Assert.Contains(field + ": expected", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToWhatWasNeverOffered_ChangesNothing()
    {
        await using var line = await JoinedAsync(shared.Running);

        await line.CallAsync("AnswerNotice", "RAJ12-Staffing-20261123-1/1", "shown", null);

        Assert.Empty(OutboxOf(shared.Running).Of("RAJ12-Staffing-20261123-1"));
    }

    [Theory]
    [InlineData(Role.Wall)]
    [InlineData(Role.Feed)]
    public async Task LiveLine_OfAScreenOrAProgram_IsRefused(Role role)
    {
        await using var server = await RunningServer.StartAsync();
        await using var line = await HubClient.ConnectAsync(
            server.Application.HttpAddress, Of(Role.Controller) with { Roles = new HashSet<Role> { role, Role.Wall } });

        await Assert.ThrowsAsync<HubException>(() => line.CallAsync("WatchNotices"));
        await Assert.ThrowsAsync<HubException>(() => line.CallAsync("AnswerNotice", Tag, "shown", null));
    }

    private static async Task<HubClient> JoinedAsync(RunningServer server)
    {
        var line = await HubClient.ConnectAsync(server.Application.HttpAddress, Of(Role.Controller));
        await line.CallAsync("WatchNotices");
        return line;
    }

    private static DeliveryOutbox OutboxOf(RunningServer server) =>
        server.Application.Services.GetRequiredService<OpenOutbox>().Value;

    private static Delivery Row(RunningServer server) => Assert.Single(OutboxOf(server).Of(Id));

    private static Actor Of(Role role) => new(
        "p_test", "Test", new HashSet<Role> { role }, new HashSet<string>(StringComparer.Ordinal) { "RAJ12" });
}
