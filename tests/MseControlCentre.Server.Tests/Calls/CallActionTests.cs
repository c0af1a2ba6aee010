using System.Net;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Calls.HeldCallGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>What is owed from calls, and how far who owes it says that it is.</summary>
public sealed class CallActionTests
{
    [Theory]
    [InlineData("state=done&words=Five started", CallActionState.Done)]
    [InlineData("state=given-up&words=No carers", CallActionState.GivenUp)]
    [InlineData("state=owed&words=Three so far", CallActionState.Owed)]
    public async Task Update_ByWhoOwesIt_IsTaken_AndIsInItsHistory(string fields, CallActionState state)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, more: Agreed(server));
        using var browser = EscalationGiven.Browser(server, Council);

        using var answer = await UpdateAsync(browser, [("seen", "1"), .. Fields(fields)]);
        var action = Assert.Single((await CallAsync(server)).Actions);
        var page = await EscalationGiven.PageAsync(browser, $"call/{Id}/actions/1");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal((state, "Test"), (action.State, action.Updates[^1].Told.By?.Name));
        Assert.Contains(action.Updates[^1].Told.Words!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_WithAnotherTime_IsOwedByThen_AlsoAfterTheCallIsClosed()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, Id, Agreed(server), new CallNotHeld(Id, 2, "Nobody came", Nia));
        using var browser = EscalationGiven.Browser(server, Council);
        var due = server.Now.AddDays(1).ToString("yyyy-MM-dd'T'10:00", System.Globalization.CultureInfo.InvariantCulture);

        using var answer = await UpdateAsync(browser, ("seen", "1"), ("state", "owed"), ("due", due), ("words", ""));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(server.Now.AddDays(1).Day, (await CallAsync(server)).Actions[0].DueAt.Day);
    }

    [Theory]
    [InlineData("state=given-up&words=", "words")]
    [InlineData("state=owed&words=", "words")]
    [InlineData("state=owed&words=Later&due=2020-01-01T10:00", "due")]
    [InlineData("state=perhaps&words=", "state")]
    [InlineData("state=done&words=943 476 5919", "words")]
    public async Task Update_ThatCannotBeUsed_SaysWhyAtItsField(string fields, string field)
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, more: Agreed(server));
        using var browser = EscalationGiven.Browser(server, Council);

        using var answer = await UpdateAsync(browser, [("seen", "1"), .. Fields(fields)]);
        var page = await EscalationGiven.TextAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("943 476 5919", page, StringComparison.Ordinal);
        Assert.Empty((await CallAsync(server)).Actions[0].Updates);
    }

    [Fact]
    public async Task Update_AfterSomebodyElse_IsNotTaken_AndTheyAreTold()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(
            server, Id, Agreed(server), new CallActionUpdated(Id, 2, 1, CallActionState.Done, "All started", null, Nia));
        using var browser = EscalationGiven.Browser(server, Council);

        using var answer = await UpdateAsync(browser, ("seen", "1"), ("state", "given-up"), ("words", "No carers"));
        var page = await EscalationGiven.TextAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Nia Rowe was first", page, StringComparison.Ordinal);
        Assert.Contains("All started", page, StringComparison.Ordinal);
        Assert.Contains(">No carers</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(CallActionState.Done, (await CallAsync(server)).Actions[0].State);
    }

    [Fact]
    public async Task Update_ByWhoDoesNotOweIt_IsRefused_AndThePageHasNoFormForIt()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(server, more: Agreed(server));
        using var browser = EscalationGiven.Browser(server, Manager);

        var page = await EscalationGiven.PageAsync(browser, $"call/{Id}/actions/1");
        using var answer = await UpdateAsync(browser, ("seen", "1"), ("state", "done"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Say how far it is", page, StringComparison.Ordinal);
        Assert.Empty((await CallAsync(server)).Actions[0].Updates);
    }

    [Fact]
    public async Task List_ShowsOverdueFirst_AndWhatIsChosen()
    {
        await using var server = await RunningServer.StartAsync();
        await PreparedAsync(
            server,
            Id,
            Agreed(server) with { Words = "Later one" },
            Agreed(server, 2, Basildon) with { Words = "Overdue one", DueAt = server.Now.AddMinutes(-1) },
            Agreed(server, 3) with { Words = "Done one" },
            new CallActionUpdated(Id, 2, 3, CallActionState.Done, null, null, Nia));
        using var browser = EscalationGiven.Browser(server, Observer);

        var owed = await EscalationGiven.PageAsync(browser, "call/actions");
        var ofEssex = await EscalationGiven.PageAsync(browser, $"call/actions?owner={Essex}&state=all");

        Assert.True(
            owed.IndexOf("Overdue one", StringComparison.Ordinal) < owed.IndexOf("Later one", StringComparison.Ordinal));
        Assert.DoesNotContain("Done one", owed, StringComparison.Ordinal);
        Assert.Contains("Done one", ofEssex, StringComparison.Ordinal);
        Assert.DoesNotContain("Overdue one", ofEssex, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> UpdateAsync(HttpClient browser, params (string Name, string Value)[] fields) =>
        FilledForm.SendAsync(browser, $"call/{Id}/present", $"call/{Id}/actions/1", fields);

    private static (string Name, string Value)[] Fields(string fields) =>
        [.. fields.Split('&').Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
}
