using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>
/// A hostile text in everything that people type of escalations, accounts and screens, each with a mark of its own, so
/// that a text which no page shows is noticed.
/// </summary>
internal sealed class HostileEntries(RunningServer server, string hostile)
{
    private readonly List<string> _marks = [];
    private readonly List<string> _pages = [];

    /// <summary>Ends of the texts that pages must show.</summary>
    public IReadOnlyList<string> Marks => _marks;

    /// <summary>Addresses of the pages that show them.</summary>
    public IReadOnlyList<string> Pages => _pages;

    /// <summary>Sends them all as a person's browser does.</summary>
    public async Task SendAsync()
    {
        await KeepAsync();
        var open = await RaiseAsync("RAJ12");
        await StepAsync(open, "action", "", ("words", Text("action")), ("owner", Text("owner")));
        await StepAsync(open, "end-action", "2", ("done", "no"), ("words", Text("ended")));
        await StepAsync(open, "ask", "", ("of", "RAJ01"), ("for", Text("asked-for")));
        await StepAsync(open, "answer", "4", ("given", "no"), ("words", Text("answered")));
        await StepAsync(
            open, "pass-up", "", ("level", "release-to-respond"), ("reason", Text("passed-up")), ("tried", Text("tried")));
        await StepAsync(open, "note", "", ("words", Text("note")));
        await StepAsync(await RaiseAsync("RAJ01"), "resolve", "", ("outcome", Text("outcome")));
        await StepAsync(await RaiseAsync("RAJ32"), "stand-down", "", ("reason", Text("stood-down")));
    }

    private async Task<string> RaiseAsync(string site)
    {
        using var raised = await FilledForm.SendAsync(
            server.Http,
            "escalations/raise",
            "escalations/raise",
            ("site", site),
            ("kind", "Other"),
            ("about", Text("about-" + site)),
            ("reason", Text("reason-" + site)),
            ("tried", Text("tried-" + site)));
        Assert.True(raised.IsSuccessStatusCode, await raised.Content.ReadAsStringAsync());
        var page = raised.RequestMessage!.RequestUri!.AbsolutePath;
        _pages.Add(page);
        return page;
    }

    private async Task StepAsync(string page, string act, string target, params (string Name, string Value)[] fields)
    {
        using var answer = await FilledForm.SendAsync(
            server.Http, page, page, [("act", act), ("target", target), .. fields]);
        Assert.True(
            answer.StatusCode is HttpStatusCode.OK, $"{act}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task KeepAsync()
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var given = scope.ServiceProvider;
        var account = new Account { UserName = "hostile@example.org", DisplayName = Text("account") };
        Assert.True((await given.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded);
        _pages.Add($"/accounts/{account.Id}");
        await given.GetRequiredService<InvitationsService>()
            .MakeAsync([Role.Observer], [], null, Text("inviter"), CancellationToken.None);
        await given.GetRequiredService<WallScreensService>()
            .MakeAsync(Text("screen"), Text("screen-maker"), CancellationToken.None);
    }

    private string Text(string what)
    {
        _marks.Add($"typed-{what}.");
        return $"{hostile}typed-{what}.";
    }
}
