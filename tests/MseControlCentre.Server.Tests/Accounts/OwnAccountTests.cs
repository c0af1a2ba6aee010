using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Tests.Accounts.Audit;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// One's own account: the password is changed by who knows it, sessions are ended, nobody else's are touched.
/// </summary>
public sealed class OwnAccountTests
{
    private const string Next = "meadow pencil forty";

    [Fact]
    public async Task Password_Changed_IsTheOnlyOneThatSignsIn_AndEndsTheOtherSessions()
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        using var owner = await LocalPerson.MakeAsync(server);
        using var elsewhere = await LocalPerson.SignInAsync(server);
        Assert.True(await LocalPerson.IsInAsync(elsewhere));

        using var changed = await ChangeAsync(owner, LocalPerson.Password, Next, Next);
        clock.PutForward(TimeSpan.FromMinutes(1.5));
        using var old = await LocalPerson.SignInAsync(server);
        using var now = await LocalPerson.SignInAsync(server, Next);

        Assert.Equal("/account?done=password", changed.Headers.Location?.ToString());
        Assert.True(await LocalPerson.IsInAsync(owner));
        Assert.False(await LocalPerson.IsInAsync(elsewhere));
        Assert.False(await LocalPerson.IsInAsync(old));
        Assert.True(await LocalPerson.IsInAsync(now));
        Assert.Contains(await AuditedActs.OfAsync(server), act =>
            act is { Act: "AccountChanged", ActorName: "A. Person", Words: "changed their own password" });
    }

    [Theory]
    [InlineData("not this one at all", Next, Next, "This is not your password")]
    [InlineData(LocalPerson.Password, Next, "meadow pencil fifty", "differ")]
    [InlineData(LocalPerson.Password, "short", "short", "at least 12 characters")]
    [InlineData(LocalPerson.Password, "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "different ones")]
    [InlineData(LocalPerson.Password, "xx First@example.org", "xx First@example.org", "holds your name")]
    [InlineData(LocalPerson.Password, LocalPerson.Password, LocalPerson.Password, "is the present one")]
    public async Task Password_ThatWillNotDo_ChangesNothing(string current, string next, string again, string told)
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);

        using var refused = await ChangeAsync(owner, current, next, again);
        using var same = await LocalPerson.SignInAsync(server);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(told, await LocalPerson.ToldAsync(refused), StringComparison.Ordinal);
        Assert.True(await LocalPerson.IsInAsync(same));
    }

    [Fact]
    public async Task SignedOutEverywhere_IsSignedOutHereAtOnceAndElsewhereWithinAMinute()
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        using var owner = await LocalPerson.MakeAsync(server);
        using var elsewhere = await LocalPerson.SignInAsync(server);

        using var ended = await owner.SendAsync("account", "account/sessions");

        Assert.Equal("/sign-in", ended.Headers.Location?.ToString());
        Assert.False(await LocalPerson.IsInAsync(owner));
        clock.PutForward(TimeSpan.FromMinutes(1.5));
        Assert.False(await LocalPerson.IsInAsync(elsewhere));
    }

    [Fact]
    public async Task Page_OfWhoHasNotSignedIn_LeadsThemToDoSo()
    {
        await using var server = await RunningServer.StartAsync();
        using var visitor = new Visitor(server);

        using var page = await visitor.GetAsync("account");

        Assert.Equal("/sign-in?to=%2Faccount", page.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Page_OfWhoSignsInElsewhere_TellsTheirRightsAndChangesNothing()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await server.Http.GetStringAsync(new Uri("account", UriKind.Relative));
        using var sent = await FilledForm.SendAsync(
            server.Http, "account", "account/password", ("current", "x"), ("new", Next), ("again", Next));

        Assert.Contains("Works in the system control centre", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Present password", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
    }

    [Fact]
    public async Task SignInAndOut_AreRecorded_WithWhoAndWithoutWhatWasTyped()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        using var guesser = new Visitor(server);
        (await LocalPerson.TryAsync(guesser, "typed by mistake")).Dispose();
        (await guesser.FillInAsync("sign-in", ("name", "typed-for-a-name"), ("password", "x"))).Dispose();

        using var ended = await owner.SendAsync("account", "sign-out");
        var acts = await AuditedActs.OfAsync(server);

        Assert.Contains(acts, act => act is { Act: "SignedIn", ActorName: "A. Person", Address: "127.0.0.1" });
        Assert.Contains(acts, act => act is { Act: "SignInRefused", ActorName: "A. Person", Allowed: false });
        Assert.Contains(acts, act => act is { Act: "SignedOut", ActorName: "A. Person" });
        Assert.DoesNotContain(acts, act => act.ToString().Contains("typed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatCannotBeRecorded_IsNotDone()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: RefusingJournal.Before);
        using var owner = await LocalPerson.MakeAsync(server);
        using var other = new Visitor(server);
        RefusingJournal.Of(server).Refuses = true;

        using var changed = await ChangeAsync(owner, LocalPerson.Password, Next, Next);
        using var signedIn = await LocalPerson.TryAsync(other);
        var isIn = await LocalPerson.IsInAsync(other);
        RefusingJournal.Of(server).Refuses = false;
        using var same = await LocalPerson.SignInAsync(server);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, changed.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, signedIn.StatusCode);
        Assert.False(isIn);
        Assert.True(await LocalPerson.IsInAsync(same));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor owner, string current, string next, string again) =>
        owner.SendAsync("account", "account/password", ("current", current), ("new", next), ("again", again));

    private static Task<RunningServer> StartAsync(ShiftedClock clock) => RunningServer.StartAsync(
        preconfigure: builder => builder.Services.AddKeyedSingleton<TimeProvider>(AccountsSetup.RealTime, clock));
}
