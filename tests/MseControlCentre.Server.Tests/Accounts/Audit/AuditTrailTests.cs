using System.Net;
using System.Text;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Accounts.Audit.AuditedActs;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>Who sees patients, who is refused: recorded before the answer leaves, and nothing is shown when it cannot be.</summary>
public sealed class AuditTrailTests
{
    [Theory]
    [InlineData("/discharges", "SeeDelayedDischarges", "Saw")]
    [InlineData("/discharges.csv", "SeeDelayedDischarges", "Took")]
    [InlineData("/sites/RAJ12", "SeePatients", "Saw")]
    [InlineData("/api/picture", "SeePatients", "Saw")]
    public async Task WhoSeesPatients_IsRecordedOnceForEachRequest(string path, string operation, string act)
    {
        await using var server = await RunningServer.StartAsync();

        (await AskAsync(server, path, Controller)).Dispose();
        (await AskAsync(server, path, Controller)).Dispose();

        var recorded = (await OfAsync(server)).Where(one => one.Operation == operation).ToList();
        Assert.Equal(2, recorded.Count);
        Assert.All(recorded, one =>
        {
            Assert.Equal((act, true, "p_test", "Test", "Controller"), (one.Act, one.Allowed, one.Actor, one.ActorName, one.Roles));
            Assert.Equal(("127.0.0.1", path, 200), (one.Address, one.Page, one.Answer));
        });
    }

    [Fact]
    public async Task WhoSeesASite_IsRecordedWithIt()
    {
        await using var server = await RunningServer.StartAsync();

        (await AskAsync(server, "/sites/RAJ12", Controller)).Dispose();

        Assert.Contains(await OfAsync(server), one => one is { Operation: "SeePatients", Site: "RAJ12" });
    }

    [Fact]
    public async Task WhoSeesCountsOnly_IsNotRecorded()
    {
        await using var server = await RunningServer.StartAsync();

        (await AskAsync(server, "/wall", Controller)).Dispose();
        (await AskAsync(server, "/opel", Controller)).Dispose();

        Assert.Empty(await OfAsync(server));
    }

    [Theory]
    [InlineData(Role.Wall)]
    [InlineData(Role.Observer)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task WhoIsRefused_IsRecorded(Role role)
    {
        await using var server = await RunningServer.StartAsync();
        var actor = Controller with { Roles = new HashSet<Role> { role } };

        using var answer = await AskAsync(server, "/discharges", actor);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal(("Refused", false, "SeeDelayedDischarges"), (recorded.Act, recorded.Allowed, recorded.Operation));
        Assert.Equal((role.ToString(), "/discharges"), (recorded.Roles, recorded.Page));
    }

    [Fact]
    public async Task WhoAsksForAnotherSite_IsRecordedAsRefusedWithTheSite()
    {
        await using var server = await RunningServer.StartAsync();
        var manager = new Actor(
            "p_test", "Test", new HashSet<Role> { Role.SiteManager }, new HashSet<string> { "RAJ12" });
        var other = server.Network.Sites.First(site => site.Code is not "RAJ12").Code;

        using var answer = await AskAsync(server, $"/sites/{other}", manager);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal(("Refused", false, other, $"/sites/{other}"),
            (recorded.Act, recorded.Allowed, recorded.Site, recorded.Page));
    }

    [Fact]
    public async Task Nobody_WhoAsks_IsRecordedOnceAMinuteHoweverOften()
    {
        await using var server = await RunningServer.StartAsync();

        for (var time = 0; time < 20; time++)
        {
            (await AskAsync(server, "/discharges", Actor.Nobody, "application/json")).Dispose();
        }

        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal((null, null, "127.0.0.1"), (recorded.Actor, recorded.ActorName, recorded.Address));
    }

    [Theory]
    [InlineData("/discharges", "text/html")]
    [InlineData("/discharges.csv", "text/csv")]
    [InlineData("/sites/RAJ12", "text/html")]
    [InlineData("/api/picture", "application/json")]
    [InlineData("/audit", "text/html")]
    [InlineData("/audit.csv", "text/csv")]
    public async Task WhatCannotBeRecorded_IsNotShown(string path, string accept)
    {
        await using var server = await RunningServer.StartAsync(preconfigure: RefusingJournal.Before);
        await server.TellBusyDayAsync();
        var everybody = SignedIn.Everybody;
        using var shown = await AskAsync(server, path, everybody, accept);
        await server.IndexedAsync();
        RefusingJournal.Of(server).Refuses = true;

        using var withheld = await AskAsync(server, path, everybody, accept);
        var told = await withheld.Content.ReadAsStringAsync();
        RefusingJournal.Of(server).Refuses = false;
        await server.IndexedAsync();
        using var again = await AskAsync(server, path, everybody, accept);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, withheld.StatusCode);
        Assert.Contains("Nothing is shown until it can", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        Assert.DoesNotContain("table", told, StringComparison.Ordinal);
        Assert.Empty(withheld.Content.Headers.ContentDisposition?.ToString() ?? string.Empty);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task WhoIsRefused_StaysRefusedWhenItCannotBeRecorded()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: RefusingJournal.Before);
        RefusingJournal.Of(server).Refuses = true;

        using var answer = await AskAsync(server, "/discharges", Auditor);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task WhatIsRecorded_RepeatsNothingOfAnAddressThatCouldTellOfAPatient()
    {
        const string Number = "9434765919";
        await using var server = await RunningServer.StartAsync();

        foreach (var path in new[]
        {
            $"/sites/{Number}", $"/discharges?site={Number}", $"/api/delayed-discharges?site={Number}",
            $"/figures/{Number}:beds.open", $"/welcome/{Number}", $"/audit?text={Number}&who={Number}",
        })
        {
            (await AskAsync(server, path, SignedIn.Everybody)).Dispose();
            (await AskAsync(server, path, Actor.Nobody)).Dispose();
        }

        var recorded = await OfAsync(server);
        Assert.NotEmpty(recorded);
        Assert.All(recorded, act => Assert.DoesNotContain(
            Number, Encoding.UTF8.GetString(EventCatalogue.Encode(act)), StringComparison.Ordinal));
    }
}
