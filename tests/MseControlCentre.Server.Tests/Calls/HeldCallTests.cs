using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Calls.HeldCallGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>A call as the forms of its screens hold it, by a browser without script.</summary>
public sealed class HeldCallTests
{
    [Fact]
    public async Task Call_FromStartToSignature_IsInTheJournal_AndTheBoardFollowsItsLevel()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server);

        await TakenAsync(browser, "start", ("seen", "1"));
        await TakenAsync(browser, "everybody");
        await TakenAsync(browser, "opel", ("place", Basildon), ("level", "3"), ("reason", "Two wards closed"));
        await TakenAsync(browser, "note", ("words", "Lift engineer at noon"));
        await TakenAsync(
            browser, "agree", ("words", "Start six packages"), ("owner", Essex), ("due", Tomorrow(server)));
        await Eventually.TrueAsync(
            async () => (await CallAsync(server)).Packs.Count == 2, "the packs of preparation and beginning are kept");
        var record = CallRecord.HashOf(await CallAsync(server));
        await TakenAsync(browser, "close", ("seen", "2"), ("record", record), ("summary", "Six starts asked for"));

        var closed = await CallAsync(server);
        Assert.Equal((CallState.Closed, record, "p_everybody"), (closed.State, closed.Closed!.Record, closed.Closed.By!.Id));
        Assert.All(closed.Opened.Places, place => Assert.Equal(Attendance.Present, closed.Attendance[place].Told.Attendance));
        Assert.Equal(3, closed.Opel[Basildon].Told.Level);
        Assert.Equal(Essex, Assert.Single(closed.Actions).Agreed.Owner);
        var feed = server.Application.Services.GetRequiredService<PictureFeed>();
        await Eventually.TrueAsync(() => Site().Opel.Declared is not null, "the board shows the declared level");
        var site = Site();
        Assert.Equal((3, "Two wards closed"), (site.Opel.Declared!.Level, site.Opel.Declared.Reason));
        Assert.NotNull(site.Opel.Declared.ExpiresAt);

        SitePicture Site() => feed.Current!.Picture.Sites.Single(one => one.Code == Basildon);
    }

    [Theory]
    [InlineData("opel", "place=RAJ12&level=7", "opel-level")]
    [InlineData("opel", "place=RAJ12&level=", "opel-level")]
    [InlineData("note", "words=", "note-words")]
    [InlineData("note", "words=943 476 5919", "note-words")]
    [InlineData("agree", "words=&owner=RAJ12&due=2999-01-01T10:00", "agree-words")]
    [InlineData("agree", "words=Ring&owner=nobody&due=2999-01-01T10:00", "agree-owner")]
    [InlineData("agree", "words=Ring&owner=RAJ12&due=2020-01-01T10:00", "agree-due")]
    [InlineData("agree", "words=Ring&owner=RAJ12&due=other&other=soon", "agree-other")]
    [InlineData("agree", "words=Ring&owner=RAJ12&due=other&other=&figure=none:such", "agree-figure")]
    [InlineData("not-held", "reason=", "not-held-reason")]
    [InlineData("attendance", "set=RAJ12/Perhaps/0", null)]
    [InlineData("attendance", "set=nowhere/Present/0", null)]
    [InlineData("dance", "", null)]
    public async Task Act_ThatCannotBeUsed_SaysWhyAtItsField_AndKeepsWhatWasEntered(string act, string fields, string? field)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server);

        using var answer = await ActAsync(browser, act, Fields(fields));
        var page = await EscalationGiven.TextAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field is null ? "id=\"errors\"" : $"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("943 476 5919", page, StringComparison.Ordinal);
        Assert.Single(await server.EntriesAsync(), entry => entry.Event.Detail is CallEvent);
    }

    [Theory]
    [InlineData("note", "words=The lift is mended", "The lift is mended")]
    [InlineData("agree", "words=Open the lounge&owner=RAJ12", "Open the lounge")]
    [InlineData("close", "summary=Tight all day", "Tight all day")]
    public async Task WhatWasWritten_WhenTheCallIsOver_IsToldBackToItsWriter(string act, string fields, string words)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, Id, new CallNotHeld(Id, 2, "Nobody came", Nia));
        using var browser = EscalationGiven.Browser(server);

        using var answer = await ActAsync(browser, act, [("due", Tomorrow(server)), .. Fields(fields)]);

        Assert.Contains(
            $"<blockquote>{words}</blockquote>", await EscalationGiven.TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Theory]
    [InlineData("start", "seen=1", "The call is running already")]
    [InlineData("not-held", "seen=2&reason=Nobody", "The call is running: close it instead")]
    [InlineData("attendance", "set=RAJ12/Absent/0", "Nia Rowe was first")]
    [InlineData("opel", "place=RAJ12&level=3&reason=Busy", "Nia Rowe was first")]
    [InlineData("close", "seen=2&record=another", "The record has changed since you looked")]
    public async Task Act_ThatSomebodyElseDidFirst_IsNotTaken_AndTheyAreTold(string act, string fields, string told)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(
            server,
            Id,
            new CallStarted(Id, 2, new StaffMember("p_everybody", "Everybody", "Controller")),
            new CallAttendanceRecorded(Id, 1, Basildon, Attendance.Present, null, Nia),
            new CallOpelRecorded(Id, 1, Basildon, 2, null, Nia));
        var before = (await server.EntriesAsync()).Count;
        using var browser = EscalationGiven.Browser(server);

        using var answer = await ActAsync(browser, act, Fields(fields));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(told, await EscalationGiven.TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, (await server.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Chair_CanBeTakenOver_ByAnotherController()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, Id, new CallStarted(Id, 2, Nia));
        using var browser = EscalationGiven.Browser(server);

        await TakenAsync(browser, "chair", ("seen", "2"));

        Assert.Equal("p_everybody", (await CallAsync(server)).Chair?.Id);
    }

    [Fact]
    public async Task Everybody_LeavesApologiesAsTheyAre()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, Id, new CallAttendanceRecorded(Id, 1, Essex, Attendance.Apologies, null, Nia));
        using var browser = EscalationGiven.Browser(server);

        await TakenAsync(browser, "everybody");

        var call = await CallAsync(server);
        Assert.Equal(Attendance.Apologies, call.Attendance[Essex].Told.Attendance);
        Assert.Equal(call.Opened.Places.Count - 1, call.Attendance.Values.Count(one => one.Told.Attendance is Attendance.Present));
    }

    [Fact]
    public async Task Opel_OtherThanCalculated_NeedsAReason()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Told(server, Opened(server)), Told(server, new CallPackKept(Id, 1, Pack(server, server.Now.AddMinutes(6)))));
        using var browser = EscalationGiven.Browser(server);

        using var refused = await ActAsync(browser, "opel", ("place", Basildon), ("level", "3"));
        await TakenAsync(browser, "opel", ("place", Basildon), ("level", "2"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("why it is not OPEL 2", await EscalationGiven.TextAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_OnceThePackOfTheBeginningIsKept_ShowsItAndSaysSo()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Told(server, Opened(server)), Told(server, new CallPackKept(Id, 1, Pack(server, server.Now.AddMinutes(6)))));
        using var browser = EscalationGiven.Browser(server, Observer);

        var screen = await EscalationGiven.PageAsync(browser, $"call/{Id}/present/{Basildon}");

        Assert.Contains("kept for the record", screen, StringComparison.Ordinal);
        Assert.Contains("4 then", screen, StringComparison.Ordinal);
        Assert.Contains("+5, worse", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start", "seen=1")]
    [InlineData("everybody", "")]
    [InlineData("opel", "place=RAJ12&level=3&reason=Busy")]
    [InlineData("note", "words=Looked at")]
    [InlineData("agree", "words=Ring&owner=RAJ12&due=2999-01-01T10:00")]
    [InlineData("close", "seen=1")]
    [InlineData("not-held", "seen=1&reason=Nobody")]
    public async Task Act_OfWhoMayNotHoldCalls_IsRefused_AndTheScreenHasNoFormForIt(string act, string fields)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, Manager);

        var screen = await EscalationGiven.PageAsync(browser, $"call/{Id}/present/{Basildon}");
        using var answer = await ActAsync(browser, act, Fields(fields));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain($"value=\"{act}\"", screen, StringComparison.Ordinal);
        Assert.Single(await server.EntriesAsync(), entry => entry.Event.Detail is CallEvent);
    }

    [Fact]
    public async Task Here_OfTheOwnPlace_IsTaken_AndOfAnotherRefused()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, Council);

        using var own = await HereAsync(browser, Essex);
        using var other = await HereAsync(browser, Basildon);

        var recorded = (await CallAsync(server)).Attendance;
        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Forbidden], [own.StatusCode, other.StatusCode]);
        Assert.Equal((Essex, "Test"), (Assert.Single(recorded).Key, recorded[Essex].Told.Who));
    }

    [Fact]
    public async Task Screens_OfNoSuchCallOrPlace_AreNotFound()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server);

        foreach (var address in new[] { "call/none/present", $"call/{Id}/present/none", $"call/{Id}/actions/1" })
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("many")]
    public void Agree_WithATargetThatIsNoNumber_SaysSoAtItsField(string target)
    {
        var now = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
        var call = new Call(Id, now, CallsGiven.Opened(Id, now, by: Nia));
        var asked = new AskedInCall(
            Id,
            Basildon,
            0,
            HeldCallActs.Agree,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["words"] = "Ring", ["owner"] = Basildon, ["due"] = "2026-11-29T14:00", ["figure"] = "RAJ12:beds.open",
                ["target"] = target,
            });
        var reader = new HeldCallReader(asked, call, Nia);

        var agreed = reader.Agree(
            LocalTime.Of("Europe/London"),
            now,
            [new AimChoice("RAJ12:beds.open", "Beds open", AimDirection.Up, 4, "Beds open, 4 now, should rise")]);

        Assert.Null(agreed);
        Assert.Equal("agree-target", Assert.Single(reader.Errors).Field);
    }

    private static Task<HttpResponseMessage> HereAsync(HttpClient browser, string place) => FilledForm.SendAsync(
        browser, $"call/{Id}/present", $"call/{Id}/here", ("place", place), ("seen", "0"), ("screen", ""));

    private static async Task TakenAsync(HttpClient browser, string act, params (string Name, string Value)[] fields)
    {
        using var answer = await ActAsync(browser, act, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Found, $"{act}: {await EscalationGiven.TextAsync(answer)}");
    }

    private static string Tomorrow(RunningServer server) =>
        server.Now.AddDays(1).ToString("yyyy-MM-dd'T'10:00", System.Globalization.CultureInfo.InvariantCulture);

    private static (string Name, string Value)[] Fields(string fields) =>
        [.. fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
}
