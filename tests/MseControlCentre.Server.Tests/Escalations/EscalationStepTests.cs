using System.Net;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>The steps of an escalation as a browser without script takes them.</summary>
public sealed class EscalationStepTests
{
    private const string NhsNumber = "943 476 5919";

    [Theory]
    [InlineData("acknowledge", "", nameof(EscalationAcknowledged))]
    [InlineData("take", "", nameof(EscalationTaken))]
    [InlineData("action", "words=Ring the agency&owner=Matron&due=60", nameof(EscalationActionTaken))]
    [InlineData("ask", "of=RAJ01&for=Two nurses", nameof(EscalationHelpAsked))]
    [InlineData("pass-up", "level=release-to-respond&reason=No answer&tried=Rang twice", nameof(EscalationPassedUp))]
    [InlineData("note", "words=Agency rings back at ten", nameof(EscalationNoted))]
    [InlineData("resolve", "outcome=Two nurses came", nameof(EscalationResolved))]
    [InlineData("stand-down", "reason=Raised by mistake", nameof(EscalationStoodDown))]
    public async Task EachStep_IsTakenByItsForm_WithWhoTookIt_AndIsSeenOnThePage(string act, string fields, string step)
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server, Of(Role.SiteManager, Basildon));

        using var answer = await SendAsync(browser, id, act, FieldsOf(fields));
        var steps = await StepsAsync(server, id);
        var page = await PageAsync(browser, answer.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal((2, step), (steps.Count, steps[^1].GetType().Name));
        Assert.Equal(new StaffMember("p_test", "Test", "Site manager"), steps[^1].By);
        Assert.Contains("role=\"status\"", page, StringComparison.Ordinal);
        foreach (var value in FieldsOf(fields).Where(field => field.Name is "words" or "for" or "reason" or "outcome" or "tried"))
        {
            Assert.Contains(value.Value, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Action_OfTheCard_IsOneTapWithItsOwnerAndDueTime_AndEndsWithWhatCameOfIt()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server, kind: EscalationKind.HandoverDelay);
        using var browser = Browser(server);

        using var added = await SendAsync(browser, id, "action", ("target", "open-cohort"), ("due", "15"));
        var owed = await PageAsync(browser, $"escalations/{id}");
        using var ended = await SendAsync(
            browser, id, "end-action", ("target", "2"), ("done", "yes"), ("words", "Three crews left"));
        using var again = await SendAsync(browser, id, "end-action", ("target", "2"), ("done", "yes"));
        var steps = await StepsAsync(server, id);
        var taken = Assert.IsType<EscalationActionTaken>(steps[1]);

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.Conflict],
            [added.StatusCode, ended.StatusCode, again.StatusCode]);
        Assert.Equal(("open-cohort", "Site manager"), (taken.Card, taken.Owner));
        Assert.NotNull(taken.DueAt);
        Assert.Contains("id=\"action-2\" class=\"owed\"", owed, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"card-open-cohort\"", owed, StringComparison.Ordinal);
        Assert.Equal((true, "Three crews left"),
            (Assert.IsType<EscalationActionEnded>(steps[2]).Done, ((EscalationActionEnded)steps[2]).Words));
        Assert.Contains("That action is no longer open.", await TextAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_IsAskedOfWhoHasRoomNow_WithTheRoomThatTheBoardShows()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        using var browser = Browser(server);
        var id = await OpenIdAsync(server, browser, EscalationKind.HandoverDelay);

        var page = await PageAsync(browser, $"escalations/{id}");
        var offer = page[page.IndexOf("<li id=\"room-", StringComparison.Ordinal)..];
        using var asked = await SendAsync(browser, id, "ask", ("target", Between(offer, "<li id=\"room-", "\"")));
        var help = Assert.Single((await StepsAsync(server, id)).OfType<EscalationHelpAsked>());

        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        Assert.NotEqual(Basildon, help.Of);
        Assert.Contains(help.Room!, offer, StringComparison.Ordinal);
        Assert.Equal(Between(offer, "<strong>", "</strong>") + ": " + help.Room, help.For);
    }

    [Fact]
    public async Task Help_IsAnsweredByWhoMayForTheAskedPlace_AndByNobodyElse()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        await server.TellAsync(
            Step(server, Basildon, new EscalationHelpAsked(id, 2, Southend, "Two nurses")),
            Step(server, Basildon, new EscalationHelpAsked(id, 3, "essex-council", "Three starts of care today")));
        using var other = Browser(server, Of(Role.SiteManager, "RAJ32"));
        using var asked = Browser(server, Of(Role.SiteManager, Southend));
        using var partner = Browser(server, Of(Role.Partner, organisation: "essex-council"));
        using var askers = Browser(server, Of(Role.SiteManager, Basildon));

        using var notTheirs = await SendAsync(asked, id, "note", ("words", "We look at it"));
        using var foreign = await AnswerAsync(askers, id, 2);
        using var theirs = await AnswerAsync(asked, id, 2);
        using var partners = await AnswerAsync(partner, id, 3);
        using var late = await FilledForm.SendAsync(
            askers, $"escalations/{id}", $"escalations/{id}", ("act", "answer"), ("target", "3"), ("given", "no"), ("words", "no"));
        var page = await PageAsync(other, $"escalations/{id}");

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.Forbidden],
            [notTheirs.StatusCode, foreign.StatusCode, theirs.StatusCode, partners.StatusCode, late.StatusCode]);
        Assert.Contains("Helps: One nurse from ten", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form id=\"answer", page, StringComparison.Ordinal);

        static Task<HttpResponseMessage> AnswerAsync(HttpClient browser, string id, int ask) => SendAsync(
            browser,
            id,
            "answer",
            ("target", ask.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("seen", (ask + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("given", "yes"),
            ("words", "One nurse from ten"));
    }

    [Fact]
    public async Task TwoWhoActAtOnce_ExactlyOneIsTaken_TheOtherIsToldWhoWasFirst_AndKeepsTheirText()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var controller = Browser(server);
        using var manager = Browser(server, Of(Role.SiteManager, Basildon));

        var answers = await Task.WhenAll(
            SendAsync(controller, id, "note", ("seen", "1"), ("words", "The controller rings the agency")),
            SendAsync(manager, id, "note", ("seen", "1"), ("words", "The manager rings the agency")));
        var lost = Array.FindIndex(answers, answer => answer.StatusCode is HttpStatusCode.Conflict);
        var page = await TextAsync(answers[lost]);
        var (browser, own, first) = lost == 0
            ? (controller, "The controller rings the agency", "Test")
            : (manager, "The manager rings the agency", "Everybody");

        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.Found);
        Assert.Equal(2, (await StepsAsync(server, id)).Count);
        Assert.Contains($"{first} was first", page, StringComparison.Ordinal);
        Assert.Contains($">{own}</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"step-2\" class=\"new\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"step-1\">", page, StringComparison.Ordinal);

        using var anew = await SendAsync(browser, id, "note", ("words", own));

        Assert.Equal(HttpStatusCode.Found, anew.StatusCode);
        Assert.Equal(3, (await StepsAsync(server, id)).Count);
    }

    [Theory]
    [InlineData("note", "words=The agency rings back", "The agency rings back")]
    [InlineData("resolve", "outcome=Two nurses came", "Two nurses came")]
    [InlineData("pass-up", "level=release-to-respond&reason=Nobody answers&tried=Bank", "Nobody answers")]
    [InlineData("end-action", "target=2&done=yes&words=They are on their way", "They are on their way")]
    public async Task WhatWasWritten_AboutSomethingThatIsOverMeanwhile_IsToldBackToItsWriter(
        string act, string fields, string words)
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server);
        using var manager = Browser(server, Of(Role.SiteManager, Basildon));
        using var action = await SendAsync(browser, id, "action", ("words", "Ring the agency"));
        using var over = await SendAsync(manager, id, "stand-down", ("reason", "Raised twice"));

        using var answer = await SendAsync(browser, id, act, [("seen", "2"), .. FieldsOf(fields)]);
        var page = await TextAsync(answer);

        Assert.Equal(HttpStatusCode.Found, over.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("What you wrote was not taken", page, StringComparison.Ordinal);
        Assert.Contains($"<blockquote>{words}</blockquote>", page, StringComparison.Ordinal);
        Assert.Equal(3, (await StepsAsync(server, id)).Count);
    }

    [Fact]
    public async Task WhatWasWritten_OfAnActionThatSomebodyElseEnded_IsToldBackThoughTheEscalationGoesOn()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server);
        using var manager = Browser(server, Of(Role.SiteManager, Basildon));
        using var action = await SendAsync(browser, id, "action", ("words", "Ring the agency"));
        using var ended = await SendAsync(
            manager, id, "end-action", ("target", "2"), ("done", "yes"), ("words", "They come at ten"));

        using var answer = await SendAsync(
            browser, id, "end-action", ("seen", "2"), ("target", "2"), ("done", "no"), ("words", "Nobody is free"));
        var page = await TextAsync(answer);

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], [ended.StatusCode, answer.StatusCode]);
        Assert.Contains("<blockquote>Nobody is free</blockquote>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note", "words=", "Write the note.")]
    [InlineData("resolve", "outcome= ", "Write the outcome.")]
    [InlineData("pass-up", "level=nobody&reason=x", "Choose the level that it goes to.")]
    [InlineData("pass-up", "level=release-to-respond&reason=", "Write the reason.")]
    [InlineData("ask", "of=nowhere&for=x", "Choose the site or service that is asked for help.")]
    [InlineData("ask", "of=RAJ12&for=x", "Choose the site or service that is asked for help.")]
    [InlineData("action", "words=x&due=7", "Choose by when it should be done, or leave it open.")]
    [InlineData("nothing", "", "Choose what to do on this page.")]
    public async Task Step_WithAFault_IsNotTaken_AndThePageSaysWhy(string act, string fields, string words)
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server);

        using var answer = await SendAsync(browser, id, act, FieldsOf(fields));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await TextAsync(answer), StringComparison.Ordinal);
        Assert.Single(await StepsAsync(server, id));
    }

    [Fact]
    public async Task Step_WithAnNhsNumberOrTooLong_IsNotTaken_AndTheNumberIsNotShownAgain()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server);

        using var named = await SendAsync(browser, id, "note", ("words", "Patient " + NhsNumber));
        using var @long = await SendAsync(browser, id, "note", ("words", new string('x', 401)));
        var page = await TextAsync(named);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [named.StatusCode, @long.StatusCode]);
        Assert.Contains("looks like an NHS number", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NhsNumber, page, StringComparison.Ordinal);
        Assert.Contains("these are 401", await TextAsync(@long), StringComparison.Ordinal);
        Assert.Single(await StepsAsync(server, id));
    }

    [Fact]
    public async Task Step_ThatCannotBeMadeDurable_IsNotTaken_AndTheTextIsKept()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: RefusingJournal.Before);
        await server.TellAsync(Ambulance(server, 1, minutesAgo: 62), Ambulance(server, 2, minutesAgo: 0));
        using var browser = Browser(server);
        var id = await OpenIdAsync(server, browser, EscalationKind.HandoverDelay);

        using var answer = await SendRefusedAsync(server, browser, id);
        var page = await TextAsync(answer);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The journal cannot keep it now.", page, StringComparison.Ordinal);
        Assert.Contains(">Ring the agency</textarea>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Observer, null, false)]
    [InlineData(Role.SiteManager, Southend, false)]
    [InlineData(Role.SiteManager, Basildon, true)]
    [InlineData(Role.Controller, null, true)]
    public async Task Page_OffersStepsOnlyToWhoMayTakeThem(Role role, string? site, bool mayAct)
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server, Of(role, site));

        var page = await PageAsync(browser, $"escalations/{id}");
        using var content = new FormUrlEncodedContent([]);
        using var unasked = await browser.PostAsync(new Uri($"escalations/{id}", UriKind.Relative), content);

        Assert.Equal(mayAct, page.Contains("Acknowledge</button>", StringComparison.Ordinal));
        Assert.Equal(mayAct, page.Contains("<form id=\"resolve-form\"", StringComparison.Ordinal));
        Assert.Contains("Six shifts not filled", page, StringComparison.Ordinal);
        Assert.True(unasked.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Page_TellsAmbulancesApart_OnlyForWhoMaySeeTheSitesPatients()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Ambulance(server, 1, minutesAgo: 62), Ambulance(server, 2, minutesAgo: 0));
        using var own = Browser(server, Of(Role.SiteManager, Basildon));
        using var other = Browser(server, Of(Role.SiteManager, Southend));
        var id = await OpenIdAsync(server, own, EscalationKind.HandoverDelay);

        var theirs = await PageAsync(own, $"escalations/{id}");
        var others = await PageAsync(other, $"escalations/{id}");
        var list = await PageAsync(own, "escalations");

        Assert.Contains("<code>", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", others, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", list, StringComparison.Ordinal);
        Assert.Contains("Category ", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfNone_IsMissing()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);

        using var answer = await browser.GetAsync(new Uri("escalations/RAJ12-Other-20200101-1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such escalation", await TextAsync(answer), StringComparison.Ordinal);
    }

    private static async Task<string> OpenIdAsync(RunningServer server, HttpClient browser, EscalationKind kind)
    {
        var id = string.Empty;
        await Eventually.TrueAsync(
            async () =>
            {
                var page = await PageAsync(browser, "escalations?site=" + Basildon);
                id = page.Contains($"<li id=\"e-{Basildon}-{kind}", StringComparison.Ordinal)
                    ? Between(page, $"<li id=\"e-{Basildon}-{kind}", "\"") : string.Empty;
                return id.Length > 0;
            },
            "the escalation that opens by itself");
        return $"{Basildon}-{kind}{id}";
    }

    // The token is taken while the journal still takes what is seen; what is sent then meets one that takes nothing.
    private static async Task<HttpResponseMessage> SendRefusedAsync(RunningServer server, HttpClient browser, string id)
    {
        var page = await browser.GetStringAsync(new Uri($"escalations/{id}", UriKind.Relative));
        var token = Between(page, "name=\"__RequestVerificationToken\" value=\"", "\"");
        RefusingJournal.Of(server).Refuses = true;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = token,
            ["act"] = "note",
            ["seen"] = Between(page, "name=\"seen\" value=\"", "\""),
            ["words"] = "Ring the agency",
        });
        return await browser.PostAsync(new Uri($"escalations/{id}", UriKind.Relative), content);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{before}' is not on the page");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static (string Name, string Value)[] FieldsOf(string fields) =>
        [.. fields.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
}
