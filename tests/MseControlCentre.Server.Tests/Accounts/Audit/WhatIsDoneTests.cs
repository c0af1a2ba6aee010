using System.Globalization;
using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Accounts.Audit.AuditedActs;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>What somebody does, besides seeing: each kind of it is recorded with what it was about.</summary>
public sealed class WhatIsDoneTests
{
    [Fact]
    public async Task WhoDeclares_IsRecordedWithTheSite()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = new Visitor(server, Controller);

        using var answer = await browser.FillInAsync(
            "sitreps/opel",
            ("identity", "d-1"), ("site", "RAJ12"), ("level", "2"), ("declared_by", "on call"),
            ("expires_at", server.Now.AddHours(4).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var recorded = Assert.Single(await OfAsync(server), act => act.Act is "Changed");
        Assert.Equal(("Declare", "RAJ12", true, "/sitreps/{form}"),
            (recorded.Operation, recorded.Site, recorded.Allowed, recorded.Page));
        Assert.DoesNotContain("on call", recorded.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDeclaresForAnotherSite_IsRecordedAsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        var manager = new Actor(
            "p_test", "Test", new HashSet<Role> { Role.SiteManager }, new HashSet<string>(StringComparer.Ordinal) { "RAJ12" });
        using var browser = new Visitor(server, manager);

        using var answer = await browser.FillInAsync(
            "sitreps/opel",
            ("identity", "d-1"), ("site", "RAJ01"), ("level", "2"), ("declared_by", "on call"),
            ("expires_at", server.Now.AddHours(4).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var recorded = Assert.Single(await OfAsync(server), act => !act.Allowed);
        Assert.Equal(("Refused", "Declare", "RAJ01"), (recorded.Act, recorded.Operation, recorded.Site));
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Detail is OpelDeclared);
    }

    [Fact]
    public async Task WhoTakesAReturn_IsRecorded()
    {
        await using var server = await RunningServer.StartAsync();
        var day = server.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        (await AskAsync(server, $"/api/exports/uec-daily-sitrep?date={day}", Controller, "text/csv")).Dispose();

        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal(("Took", "ExportReturns", "/api/exports/uec-daily-sitrep"),
            (recorded.Act, recorded.Operation, recorded.Page));
    }

    [Fact]
    public async Task WhoReplaysTheQuarantine_IsRecorded()
    {
        await using var server = await RunningServer.StartAsync();
        await server.SendSpoiltAsync();
        using var browser = new Visitor(server, Administrator);

        (await browser.FillInAsync("feeds/replay")).Dispose();

        Assert.Contains(await OfAsync(server), act => act is
            { Operation: "ReplayQuarantine", Act: "Changed", Roles: "Administrator", Page: "/feeds/replay" });
    }

    [Theory]
    [InlineData(AuditAct.AccountChanged, true)]
    [InlineData(AuditAct.WallScreenChanged, true)]
    [InlineData(AuditAct.KeyChanged, true)]
    [InlineData(AuditAct.SignedOut, true)]
    [InlineData(AuditAct.SignInRefused, false)]
    public void AnActThatAServiceTellsOf_KeepsWordsButNoNumberOfAPatient(AuditAct act, bool allowed)
    {
        var network = Domain.Network.NetworkFile.Read(
            File.ReadAllBytes(MseControlCentre.Tests.Shared.Repository.NetworkFile)).Map!;
        var scribe = new AuditScribe(network, TimeProvider.System);

        var plain = scribe.Describe(act, Controller, null, null, "closed the account of\r\nSam");
        var number = scribe.Describe(act, Controller with { Name = "943 476 5919" }, null, null, "saw 9434765919");
        var elsewhere = scribe.Describe(act, Controller, Operation.SeePatients, Subject.OfSite("9434765919"), null, null);

        Assert.Equal((act.ToString(), allowed, "closed the account of  Sam"), (plain.Act, plain.Allowed, plain.Words));
        Assert.DoesNotContain("943", number.ToString(), StringComparison.Ordinal);
        Assert.Equal("not in the network", elsewhere.Site);
    }

    [Fact]
    public async Task TheSameAskedTwiceForOneAnswer_IsOneAct()
    {
        await using var server = await RunningServer.StartAsync();

        (await AskAsync(server, "/discharges", Controller)).Dispose();

        var recorded = await OfAsync(server);
        Assert.Equal(recorded.Count, recorded.DistinctBy(act => (act.Operation, act.Site, act.Organisation)).Count());
        Assert.NotEmpty(recorded);
    }
}
