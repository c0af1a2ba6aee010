using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Calls.HeldCallGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>What places say before and during a call.</summary>
public sealed class StatementTests
{
    private const string NhsNumber = "943 476 5919";

    [Fact]
    public async Task Save_ByTheSiteItself_IsTakenWithWhoWrote_AndIsSeenOnItsScreen()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, Manager);

        using var answer = await SayAsync(browser, Basildon, 0, ("position", "Two lifts are out.\nOne ward opens at noon."));
        var said = (await CallAsync(server)).Statements[Basildon].Told;
        var screen = await EscalationGiven.PageAsync(browser, $"call/{Id}/present/{Basildon}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(new StatementAnswer("position", "Two lifts are out.\nOne ward opens at noon."), Assert.Single(said.Answers));
        Assert.Equal(new StaffMember("p_test", "Test", "Site manager"), said.By);
        Assert.Contains("Two lifts are out.", screen, StringComparison.Ordinal);
        Assert.Contains("still being written", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OfWhatSomebodyElseHasChanged_IsRefusedWithBothTexts()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, more: Said("Theirs"));
        using var browser = EscalationGiven.Browser(server, Manager);

        using var answer = await SayAsync(browser, Basildon, 0, ("position", "Mine"));
        var page = await EscalationGiven.TextAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Nia Rowe wrote", page, StringComparison.Ordinal);
        Assert.Contains("<blockquote>Theirs</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains(">Mine</textarea>", page, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await CallAsync(server)).Statements[Basildon].Told.Answers[0].Words);

        using var again = await SayAsync(browser, Basildon, 1, ("position", "Mine"));
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal("Mine", (await CallAsync(server)).Statements[Basildon].Told.Answers[0].Words);
    }

    [Fact]
    public async Task Look_ByScript_TellsOfTheOthersAndOfWhatTheyWrote()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, more: Said("Theirs"));
        using var one = EscalationGiven.Browser(server);
        using var other = EscalationGiven.Browser(server, Manager);

        // Who writes is forgotten after a while: on a slow machine between the first look and the second.
        var seen = default(JsonElement);
        await Eventually.TrueAsync(async () =>
        {
            await LookAsync(one, "first", "yes");
            seen = await LookAsync(other, "second", "no");
            return seen.GetProperty("others").GetArrayLength() > 0;
        });

        Assert.Equal(1, seen.GetProperty("revision").GetInt32());
        Assert.Equal("Theirs", seen.GetProperty("answers").GetProperty("position").GetString());
        var writer = Assert.Single(seen.GetProperty("others").EnumerateArray());
        Assert.Equal("Everybody", writer.GetProperty("name").GetString());
        Assert.True(writer.GetProperty("isWriting").GetBoolean());
    }

    [Theory]
    [InlineData("Call her on " + NhsNumber)]
    [InlineData("A bell \u0007")]
    public async Task Save_OfWhatMayNotBeWritten_IsRefusedAtItsField(string words)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, Manager);

        using var answer = await SayAsync(browser, Basildon, 0, ("position", words));
        var page = await EscalationGiven.TextAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("id=\"q-position-error\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NhsNumber, page, StringComparison.Ordinal);
        Assert.Empty((await CallAsync(server)).Statements);
    }

    [Fact]
    public async Task Save_OfMoreThanTheBound_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, Manager);

        using var taken = await SayAsync(browser, Basildon, 0, ("position", new string('a', 1_000)));
        using var refused = await SayAsync(browser, Basildon, 1, ("position", new string('a', 1_001)));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.BadRequest], [taken.StatusCode, refused.StatusCode]);
    }

    [Fact]
    public async Task Save_AfterItsTime_IsTakenAndMarkedLate()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Told(server, Opened(server, statementsByMinutes: -1)));
        using var browser = EscalationGiven.Browser(server, Manager);

        using var answer = await SayAsync(browser, Basildon, 0, ("position", "Late"));
        var page = await EscalationGiven.PageAsync(browser, $"call/{Id}/statements/{Basildon}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Test, late", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterTheCallIsClosed_IsNotTaken()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, Id, new CallNotHeld(Id, 2, "Nobody came", Nia));
        using var browser = EscalationGiven.Browser(server, Manager);

        using var answer = await SayAsync(browser, Basildon, 0, ("position", "After"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await EscalationGiven.TextAsync(answer);
        Assert.Contains("The call is closed", page, StringComparison.Ordinal);
        Assert.Contains("<blockquote>After</blockquote>", page, StringComparison.Ordinal);
        Assert.Empty((await CallAsync(server)).Statements);
    }

    [Fact]
    public async Task Save_OfTheSameAgain_AddsNothingToTheJournal()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, more: Said("Same"));
        using var browser = EscalationGiven.Browser(server, Manager);

        using var answer = await SayAsync(browser, Basildon, 1, ("position", "Same"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(1, (await CallAsync(server)).Statements[Basildon].Revision);
    }

    [Fact]
    public async Task Statement_OfAnotherSite_IsNeitherShownNorTaken()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, EscalationGiven.Of(Role.SiteManager, Southend));

        using var shown = await browser.GetAsync(new Uri($"call/{Id}/statements/{Basildon}", UriKind.Relative));
        using var sent = await SayAsync(browser, Basildon, 0, ("position", "Not mine"));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [shown.StatusCode, sent.StatusCode]);
        Assert.Empty((await CallAsync(server)).Statements);
    }

    [Fact]
    public async Task Save_ByACouncil_IsTakenForItself()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server);
        using var browser = EscalationGiven.Browser(server, Council);

        using var answer = await SayAsync(browser, Essex, 0, ("doing", "Six starts by noon"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("Partner", (await CallAsync(server)).Statements[Essex].Told.By?.Role);
    }

    private static CallStatementMade Said(string words) =>
        new(Id, 1, Basildon, [new StatementAnswer("position", words)], false, Nia);

    private static async Task<JsonElement> LookAsync(HttpClient browser, string window, string writing)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri($"call/{Id}/statements/{Basildon}?window={window}&writing={writing}", UriKind.Relative));
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await browser.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
