using System.Net;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>The pages on which calls are read, without script.</summary>
public sealed class CallPagesTests
{
    [Fact]
    public async Task First_OfAPreparedCall_SaysToEachReaderTheOneThingToDo()
    {
        await using var server = await StartAsync();
        await server.TellAsync(new CallGiven(server.Network, server.Now.AddMinutes(20)).Events(CallState.Prepared));
        using var controller = Browser(server);
        using var ready = Browser(server, Of(Role.SiteManager, server.Network.Sites[0].Code));
        using var draft = Browser(server, Of(Role.SiteManager, server.Network.Sites[1].Code));
        using var without = Browser(server, Of(Role.SiteManager, server.Network.Sites[2].Code));
        using var partner = Browser(server, Of(Role.Partner, organisation: server.Network.Partners[0].Code));

        var due = CallsContext.Of(server.Network, server.Now).Local.Clock(server.Now.AddMinutes(10));
        Assert.Contains($"href=\"{CallAddresses.PresentOf(CallGiven.Id)}\">Hold the call</a>", await TodoAsync(controller), StringComparison.Ordinal);
        Assert.Contains(">Read the pack</a>", await TodoAsync(ready), StringComparison.Ordinal);
        Assert.Contains(">Finish your statement, due ", await TodoAsync(draft), StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"{CallAddresses.StatementOf(CallGiven.Id, server.Network.Sites[2].Code)}\">Make your statement, due {due[..3]}",
            await TodoAsync(without),
            StringComparison.Ordinal);
        Assert.Contains(">Read the pack</a>", await TodoAsync(partner), StringComparison.Ordinal);
        Assert.DoesNotContain("/call/new", await PageAsync(partner, "call"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_SaysWhoHasMadeAStatementAndWhoNot_LateOnesMarked()
    {
        await using var server = await StartAsync();
        var call = new CallGiven(server.Network, server.Now.AddMinutes(5));
        await server.TellAsync(call.Events(CallState.Prepared));

        var page = (await Lists.ShownPage.OpenAsync(server, "call")).Words;

        Assert.Contains("Statements, 1 of 3 ready", page, StringComparison.Ordinal);
        Assert.Contains("draft, still being written, was due", page, StringComparison.Ordinal);
        Assert.Contains("none yet, was due", page, StringComparison.Ordinal);
        Assert.Contains("Nia Rowe, Site manager", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_WithoutACall_SaysWhenTheNextIsAndWhenItsPackIsThere()
    {
        await using var server = await StartAsync();

        var page = (await Lists.ShownPage.OpenAsync(server, "call")).Words;

        Assert.Contains("Next: 10:00 situational-awareness call", page, StringComparison.Ordinal);
        Assert.Contains("It begins Mon 30 Nov 10:00; its pack is there at 09:30.", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is owed.", page, StringComparison.Ordinal);
        Assert.Contains("The whole system OPEL –", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfAClosedCall_HoldsPackStatementsActionsAndAHashThatFits()
    {
        await using var server = await StartAsync();
        var call = new CallGiven(server.Network, server.Now.AddHours(-2));
        await server.TellAsync(call.Events(CallState.Closed));

        var page = await Lists.ShownPage.OpenAsync(server, "call/" + CallGiven.Id);

        Assert.Contains("As it was at", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(">Now</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Broomfield beds: nothing heard since 07:12", page.Words, StringComparison.Ordinal);
        Assert.Contains("9 more than", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lift 3 is out until noon", page.Words, StringComparison.Ordinal);
        Assert.Contains("Draft, not said to be ready", page.Words, StringComparison.Ordinal);
        Assert.Contains("Start six packages of care before noon", page.Words, StringComparison.Ordinal);
        Assert.Contains("How it stands now", page.Words, StringComparison.Ordinal);
        Assert.Contains("Checked just now: the record is still what was signed.", page.Words, StringComparison.Ordinal);
        Assert.Contains(CallRecord.HashOf(call.Told(CallState.Closed)), page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfAPackWithoutDischarges_SaysThatDelaysAreNotKnown_AndNamesNobody()
    {
        await using var server = await StartAsync();
        await server.TellAsync(
        [
            .. new CallGiven(server.Network, server.Now.AddMinutes(-20)).Events(CallState.Running).Select(one =>
                one.Detail is CallPackKept kept
                    ? one with
                    {
                        Detail = kept with
                        {
                            Pack = kept.Pack with { Delays = new PackDelays([], [], FigureQuality.Unknown) },
                        },
                    }
                    : one),
        ]);

        var page = await Lists.ShownPage.OpenAsync(server, "call/" + CallGiven.Id);

        Assert.Contains("who can unblock (not known)", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not known how many: no feed tells of them.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("delays-of-pack", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_OfASite_SaysWhichDelaysAreOfTheWholeSystem()
    {
        await using var server = await StartAsync();
        await server.TellAsync(new CallGiven(server.Network, server.Now.AddMinutes(-20)).Events(CallState.Running));

        var page = await Lists.ShownPage.OpenAsync(
            server, CallAddresses.PresentOf(CallGiven.Id, server.Network.Sites[0].Code).TrimStart('/'));

        Assert.Contains("Owner Here All sites All then All, 7 days on", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_WhoseHashDoesNotFit_SaysSoLoudly()
    {
        await using var server = await StartAsync();
        var call = new CallGiven(server.Network, server.Now.AddHours(-2));
        await server.TellAsync(
        [
            .. call.Events(CallState.Running),
            call.Event(25, new CallClosed(CallGiven.Id, 3, new string('0', 64), null, CallGiven.Chair)),
        ]);

        var page = await Lists.ShownPage.OpenAsync(server, "call/" + CallGiven.Id);

        Assert.Contains("the record is not what was signed", page.Words, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfNoCall_IsNotFound()
    {
        await using var server = await StartAsync();

        foreach (var address in (string[])["call/none", "call/none/file.csv"])
        {
            using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task New_WithAReason_IsCalledAndLeadsToWhereItIsHeld()
    {
        await using var server = await StartAsync();
        using var browser = Browser(server, Of(Role.Controller));

        using var answer = await FilledForm.SendAsync(
            browser, "call/new", "call/new", ("kind", "Tactical"), ("reason", "Nine ambulances at Basildon"), ("place", "RAJ12"));
        var opened = Assert.Single((await server.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<CallOpened>());

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(CallAddresses.PresentOf(opened.Call), answer.Headers.Location?.ToString());
        Assert.Equal(
            (CallKind.Tactical, "Nine ambulances at Basildon", "Controller", null),
            (opened.Kind, opened.Reason, opened.By?.Role, opened.StatementsBy));
        Assert.Equal(["RAJ12"], opened.Places);
        Assert.Equal(opened.StartsAt.AddDays(-1), opened.Since);
        Assert.Contains("tactical call", opened.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=Tactical&reason=&place=RAJ12", "Write the reason.")]
    [InlineData("kind=SituationalAwareness&reason=x&place=RAJ12", "Choose which kind of call it is.")]
    [InlineData("kind=Tactical&reason=x", "Choose who is asked to attend: one place at least.")]
    [InlineData("kind=Tactical&reason=x&place=nowhere", "Choose who is asked to attend among those that are offered here.")]
    [InlineData("kind=Tactical&reason=Bed of 943 476 5919&place=RAJ12", "looks like an NHS number")]
    public async Task New_WithAFault_CallsNothingAndSaysWhatIsWrong(string fields, string words)
    {
        await using var server = await StartAsync();
        using var browser = Browser(server, Of(Role.Controller));

        using var answer = await FilledForm.SendAsync(
            browser, "call/new", "call/new",
            [.. fields.Split('&').Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);
        var page = await TextAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("943 476 5919", page, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Detail is CallEvent);
    }

    [Fact]
    public void LooksBackTo_TheLastCallOfTheDay_ElseADay()
    {
        var now = new DateTimeOffset(2026, 11, 29, 14, 0, 0, TimeSpan.Zero);
        var network = Domain.Network.NetworkFile.Read(
            File.ReadAllBytes(MseControlCentre.Tests.Shared.Repository.NetworkFile)).Map!;
        Call Begun(DateTimeOffset at) => new CallGiven(network, at).Told(CallState.Closed);
        var notHeld = new CallGiven(network, now.AddHours(-1)).Told(CallState.NotHeld);

        Assert.Equal(now.AddHours(-4), NewCallService.LooksBackTo([Begun(now.AddHours(-4)), Begun(now.AddHours(-20)), notHeld], now));
        Assert.Equal(now.AddHours(-24), NewCallService.LooksBackTo([Begun(now.AddHours(-24.5))], now));
        Assert.Equal(now.AddHours(-24), NewCallService.LooksBackTo([notHeld], now));
    }

    [Fact]
    public async Task Past_FiltersByKindDayAndWords_AndItsFileHasTheSame()
    {
        await using var server = await StartAsync();
        var context = CallsContext.Of(server.Network, server.Now);
        await server.TellAsync(
        [
            .. new CallGiven(server.Network, server.Now.AddHours(-50), "situational-awareness-a-1").Events(CallState.Closed),
            .. new CallGiven(server.Network, server.Now.AddHours(-26), "situational-awareness-b-1").Events(CallState.NotHeld),
            .. new CallGiven(server.Network, server.Now.AddHours(-1), "situational-awareness-c-1").Events(CallState.Closed),
        ]);
        var day = context.DayOf(server.Now.AddHours(-26)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("c b a", await ShownAsync(server, ""));
        Assert.Equal("c a", await ShownAsync(server, "?text=beds+FIRST"));
        Assert.Equal("b", await ShownAsync(server, "?text=major+incident"));
        Assert.Equal("b a", await ShownAsync(server, "?to=" + day));
        Assert.Equal("c b", await ShownAsync(server, "?from=" + day));
        Assert.Equal("", await ShownAsync(server, "?kind=Tactical"));
        Assert.Equal("", await ShownAsync(server, "?from=tomorrow"));
    }

    [Theory]
    [InlineData("call/past?to=9999-12-31")]
    [InlineData("call/past.csv?to=9999-12-31")]
    [InlineData("call/past?from=0001-01-01")]
    public async Task Past_UpToTheLastDayThatThereIs_IsAnswered(string address)
    {
        await using var server = await StartAsync();

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task New_SentTwice_LeadsToTheOneCall()
    {
        await using var server = await StartAsync();
        using var browser = Browser(server, Of(Role.Controller));

        using var first = await SendAsync();
        using var again = await SendAsync();

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single((await server.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<CallOpened>());

        Task<HttpResponseMessage> SendAsync() => FilledForm.SendAsync(
            browser, "call/new", "call/new", ("kind", "Tactical"), ("reason", "Nine ambulances"), ("place", "RAJ12"));
    }

    [Theory]
    [InlineData(Role.Wall)]
    [InlineData(Role.Feed)]
    public async Task Pages_AreRefusedToWhoMayNotSeeThem(Role role)
    {
        await using var server = await StartAsync();
        using var browser = Browser(server, Of(role));

        foreach (var address in (string[])["call", "call/new", "call/past", "call/past.csv", "call/x", "call/x/file.csv"])
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    // A noon at which no regular call is prepared, whatever the hour of the test.
    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(options => options with
    {
        ClockStart = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), Speed = 1,
    });

    private static async Task<string> TodoAsync(HttpClient browser)
    {
        var page = await PageAsync(browser, "call");
        var from = page.IndexOf("call-todo", StringComparison.Ordinal);
        return page[from..page.IndexOf("</p>", from, StringComparison.Ordinal)];
    }

    // The letters of the calls on the page, which are those in its file.
    private static async Task<string> ShownAsync(RunningServer server, string query)
    {
        await server.IndexedAsync();
        var page = await Lists.ShownPage.OpenAsync(server, "call/past" + query);
        var file = await server.Http.GetStringAsync(new Uri("call/past.csv" + query, UriKind.Relative));
        var shown = string.Join(' ', "abc".Reverse().Where(
            letter => page.Html.Contains($"id=\"call-situational-awareness-{letter}-1\"", StringComparison.Ordinal)));
        Assert.Equal(shown, string.Join(' ', "abc".Reverse().Where(
            letter => file.Contains($"situational-awareness-{letter}-1,", StringComparison.Ordinal))));
        return shown;
    }
}
