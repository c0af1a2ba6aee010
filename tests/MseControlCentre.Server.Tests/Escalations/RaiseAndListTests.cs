using System.Net;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>Raising, the list, the site's page, the wall and the handover of a shift, without script.</summary>
public sealed class RaiseAndListTests
{
    [Fact]
    public async Task Raise_OfAKind_IsOpenAtTheLowestLevel_AndASecondTimeLeadsToTheFirst()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server, Of(Role.SiteManager, Basildon));

        using var raised = await RaiseAsync(browser, ("kind", "Staffing"), ("reason", "Nobody is left"), ("tried", "Bank and agency"));
        using var again = await RaiseAsync(browser, ("kind", "Staffing"), ("reason", "Still nobody"));
        var open = Assert.IsType<EscalationRaised>(Assert.Single(await EscalationsAsync(server)));
        var page = await TextAsync(again);

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], [raised.StatusCode, again.StatusCode]);
        Assert.Equal(
            ("site-manager", "Basildon: Staffing", "Nobody is left", "Bank and agency", "Site manager"),
            (open.Level, open.Headline, open.Reason, open.Tried, open.By?.Role));
        Assert.Contains(">Still nobody</textarea>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/escalations/{open.Escalation}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=Other&reason=x", "Write what is so.")]
    [InlineData("kind=3&reason=x", "Choose what it is about.")]
    [InlineData("kind=Staffing&reason=", "Write the reason.")]
    [InlineData("kind=Staffing&reason=x&level=director", "Choose the level that has to answer.")]
    public async Task Raise_WithAFault_RaisesNothing(string fields, string words)
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);

        using var answer = await RaiseAsync(
            browser, [.. fields.Split('&').Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await TextAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await EscalationsAsync(server));
    }

    [Fact]
    public async Task Raise_SomethingElse_CanBeOpenSeveralTimes_AndForTheWholeSystemByTheControlCentreOnly()
    {
        await using var server = await RunningServer.StartAsync();
        using var controller = Browser(server);
        using var manager = Browser(server, Of(Role.SiteManager, Basildon));

        using var first = await RaiseAsync(
            controller, ("site", server.Network.Code), ("kind", "Other"), ("about", "Water is off"), ("reason", "Burst main"));
        using var second = await RaiseAsync(
            controller, ("site", server.Network.Code), ("kind", "Other"), ("about", "Heat is off"), ("reason", "Boiler"));
        using var refused = await RaiseAsync(
            manager, ("site", server.Network.Code), ("kind", "Other"), ("about", "Water is off"), ("reason", "x"));
        var raised = await EscalationsAsync(server);

        Assert.Equal(
            [HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.Forbidden],
            [first.StatusCode, second.StatusCode, refused.StatusCode]);
        Assert.Equal(
            ["The whole system: Water is off", "The whole system: Heat is off"],
            raised.Cast<EscalationRaised>().Select(one => one.Headline));
    }

    [Fact]
    public async Task SitePage_RaisesInOneTap_ThenShowsIt_AcknowledgesAndPassesUpInOneTapEach()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync([.. Enumerable.Range(0, 4).Select(number => Ambulance(server, number, 20 - (number * 20 / 3)))]);
        using var browser = Browser(server, Of(Role.SiteManager, Basildon));

        var before = await PageAsync(browser, "sites/RAJ12");
        using var raised = await FilledForm.SendAsync(browser, "sites/RAJ12", "escalations/raise", ("kind", "HandoverDelay"));
        await server.TellAsync();
        var open = await PageAsync(browser, "sites/RAJ12");
        var id = Assert.IsType<EscalationRaised>(Assert.Single(await EscalationsAsync(server))).Escalation;
        using var acknowledged = await FilledForm.SendAsync(
            browser, "sites/RAJ12", $"escalations/{id}?seen=1", ("act", "acknowledge"));
        using var passed = await FilledForm.SendAsync(browser, "sites/RAJ12", $"escalations/{id}?seen=2", ("act", "pass-up"));
        using var stale = await FilledForm.SendAsync(browser, "sites/RAJ12", $"escalations/{id}?seen=2", ("act", "pass-up"));
        var steps = await StepsAsync(server, id);

        Assert.Contains("<li id=\"raise-HandoverDelay\"", before, StringComparison.Ordinal);
        Assert.Equal("/sites/RAJ12?step=raise#escalate", raised.Headers.Location?.ToString());
        Assert.Contains($"formaction=\"/escalations/{id}?seen=1\"", open, StringComparison.Ordinal);
        Assert.Contains("to acknowledge", open, StringComparison.Ordinal);
        Assert.Equal("/sites/RAJ12?step=acknowledge#escalate", acknowledged.Headers.Location?.ToString());
        Assert.Equal("/sites/RAJ12?step=pass-up#escalate", passed.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("release-to-respond", Assert.IsType<EscalationPassedUp>(steps[^1]).Level);
        Assert.Equal(3, steps.Count);
    }

    [Fact]
    public async Task List_GroupsTheAmbulancesOfASite_ChoosesByPlaceLevelAndState_AndShowsWhatEnded()
    {
        await using var server = await RunningServer.StartAsync();
        var basildon = await RaisedAsync(server, minutesAgo: 30);
        var southend = await RaisedAsync(server, Southend, level: "release-to-respond");
        var broomfield = await RaisedAsync(server, "RAJ32", minutesAgo: 40);
        await server.TellAsync(
            Step(server, "RAJ32", new EscalationAcknowledged(broomfield, 2, null), minutesAgo: 33),
            Step(server, "RAJ32", new EscalationResolved(broomfield, 3, "Two nurses came"), minutesAgo: 3));
        using var browser = Browser(server, Of(Role.Observer));

        var all = await PageAsync(browser, "escalations");
        var ofPlace = await PageAsync(browser, "escalations?site=" + Southend);
        var ofLevel = await PageAsync(browser, "escalations?level=site-manager");
        var over = await PageAsync(browser, "escalations?state=over");
        var taken = await PageAsync(browser, "escalations?state=Taken");

        Assert.True(
            all.IndexOf($"id=\"e-{southend}\"", StringComparison.Ordinal)
                < all.IndexOf($"id=\"e-{basildon}\"", StringComparison.Ordinal),
            "the higher level stands first");
        Assert.Contains("Two nurses came", all, StringComparison.Ordinal);
        Assert.Contains("7 min", all, StringComparison.Ordinal);
        Assert.Contains("limit 10 min<strong>, over</strong>", all, StringComparison.Ordinal);
        Assert.Equal((false, true), (Shows(ofPlace, basildon), Shows(ofPlace, southend)));
        Assert.Equal((true, false), (Shows(ofLevel, basildon), Shows(ofLevel, southend)));
        Assert.Equal((true, false), (Shows(over, basildon), Shows(over, southend)));
        Assert.Contains("Nothing is escalated.", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/escalations/raise\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_CountsWhatIsOpen_WithTheWorstAndWhatIsNotAcknowledgedInTime_AndNamesNobody()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server, minutesAgo: 12);
        await server.TellAsync(Step(
            server, Basildon, new EscalationNoted(id, 2, "Looked at", new StaffMember("p1", "Nia Rowe", "Controller"))));
        using var browser = Browser(server, Of(Role.Wall));

        var wall = await PageAsync(browser, "wall");

        Assert.Contains("<strong>1</strong> escalated<span class=\"worst\">, level 1</span>", wall, StringComparison.Ordinal);
        Assert.Contains("1 not acknowledged", wall, StringComparison.Ordinal);
        Assert.DoesNotContain("Nia Rowe", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handover_SaysWhatIsOwedByWhom_OverdueFirst_WhatWasDone_AndWhatEnded()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server, minutesAgo: 30);
        await server.TellAsync(
            Step(server, Basildon, new EscalationActionTaken(id, 2, "Ring the agency", Owner: "Matron", DueAt: server.Now.AddMinutes(20)), 25),
            Step(server, Basildon, new EscalationActionTaken(id, 3, "Ask the bank", Owner: "Duty manager", DueAt: server.Now.AddMinutes(-5)), 24),
            Step(server, Basildon, new EscalationHelpAsked(
                id, 4, Southend, "Two nurses", By: new StaffMember("p1", "Nia Rowe", "Site manager")), 20));
        using var browser = Browser(server, Of(Role.Auditor));

        var page = await PageAsync(browser, "escalations/handover?site=" + Basildon);
        var asked = await PageAsync(browser, "escalations/handover?site=" + Southend);
        var elsewhere = await PageAsync(browser, "escalations/handover?site=RAJ32");
        await server.TellAsync(Step(server, Basildon, new EscalationAcknowledged(id, 5, null)));
        var acknowledged = await PageAsync(browser, "escalations/handover?site=" + Basildon);
        int[] places =
        [
            .. new[] { "<th scope=\"row\">Site manager", "<th scope=\"row\">Duty manager", "<th scope=\"row\">Matron", "<th scope=\"row\">Southend" }
                .Select(owed => page.IndexOf(owed, StringComparison.Ordinal)),
        ];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains(", overdue</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Asked Southend for help: Two nurses", page, StringComparison.Ordinal);
        Assert.All(
            (string[])[page, asked],
            shown => Assert.Contains("by Nia Rowe, Site manager: Two nurses</td>", shown, StringComparison.Ordinal));
        Assert.DoesNotContain("Ring the agency", asked, StringComparison.Ordinal);
        Assert.Contains("Nothing is owed.", elsewhere, StringComparison.Ordinal);
        Assert.Contains(">Acknowledge it</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Resolve it</td>", page, StringComparison.Ordinal);
        Assert.Contains(">Resolve it</td>", acknowledged, StringComparison.Ordinal);
        Assert.DoesNotContain(">Acknowledge it</td>", acknowledged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Wall)]
    [InlineData(Role.Feed)]
    public async Task Pages_AreRefusedToWhoMayNotSeeThem(Role role)
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server, Of(role));

        foreach (var address in (string[])["escalations", "escalations/handover", "escalations/raise", "escalations/x"])
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public void WhoOpensASitesPage_MayEscalateThere()
    {
        // The live part of a site's page is the same for all who watch it, with its buttons.
        Assert.DoesNotContain(
            Enum.GetValues<Role>(),
            role => Grants.Of(role, Operation.SeePatients) > Grants.Of(role, Operation.Escalate));
    }

    private static bool Shows(string page, string id) => page.Contains($"<li id=\"e-{id}\"", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> RaiseAsync(HttpClient browser, params (string Name, string Value)[] fields) =>
        FilledForm.SendAsync(
            browser,
            "escalations/raise",
            "escalations/raise",
            fields.Any(field => field.Name == "site") ? fields : [("site", Basildon), .. fields]);

    private static async Task<IReadOnlyList<EscalationEvent>> EscalationsAsync(RunningServer server) =>
        [.. (await server.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<EscalationEvent>()];
}
