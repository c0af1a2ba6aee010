using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Progress;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Progress;

/// <summary>A slow answer is told of while it is made, and afterwards how it ended.</summary>
public sealed class ProgressTests
{
    [Fact]
    public async Task PastPicture_WhileTheJournalIsRead_TellsEntriesAppliedOfEntriesToApply()
    {
        await using var server = await StartGatedAsync();
        var gate = GatedJournal.Of(server);
        gate.Close();
        var id = Works.NewIdentity();

        var entries = server.Journal.LastSequence;
        var at = Uri.EscapeDataString(server.Now.ToString("O"));
        var asked = server.Http.GetAsync(new Uri($"api/picture?at={at}&progress={id}", UriKind.Relative));
        await Eventually.TrueAsync(() => gate.Waiting > 0, "the replay to read");
        var during = await server.GetAsync($"api/progress/{id}");
        gate.Open();
        using var answer = await asked;
        var after = await server.GetAsync($"api/progress/{id}");

        // The server itself may have written an entry or two meanwhile, and read them too: who looked, what it escalated.
        Assert.InRange(during.GetProperty("total").GetInt64(), entries, server.Journal.LastSequence);
        Assert.Equal("running", during.GetProperty("state").GetString());
        Assert.Equal("Reading the journal", during.GetProperty("words").GetString());
        Assert.Equal(0, during.GetProperty("done").GetInt64());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("done", after.GetProperty("state").GetString());
        Assert.Equal(1, after.GetProperty("share").GetDouble());
        Assert.InRange(after.GetProperty("done").GetInt64(), entries, server.Journal.LastSequence);
    }

    [Fact]
    public async Task SomethingRefused_EndsAsFailed()
    {
        await using var server = await RunningServer.StartAsync();
        var id = Works.NewIdentity();

        using var answer = await server.Http.GetAsync(
            new Uri($"api/exports/uec-daily-sitrep?date=2199-01-01&progress={id}", UriKind.Relative));
        var told = await server.GetAsync($"api/progress/{id}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("failed", told.GetProperty("state").GetString());
        Assert.NotEmpty(told.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task AskedBySomebodyWhoLeaves_EndsAsGivenUp()
    {
        await using var server = await StartGatedAsync();
        var gate = GatedJournal.Of(server);
        gate.Close();
        var id = Works.NewIdentity();
        using var leaving = new CancellationTokenSource();
        var at = Uri.EscapeDataString(server.Now.ToString("O"));
        var asked = server.Http.GetAsync(
            new Uri($"api/picture?at={at}&progress={id}", UriKind.Relative), leaving.Token);
        await Eventually.TrueAsync(() => gate.Waiting > 0, "the replay to read");

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Eventually.TrueAsync(async () => await StateAsync(server, id) is "givenUp", "the work to be given up");
        Assert.Equal(0, gate.Waiting);
    }

    // At noon no call is prepared, and the last day has been read: nobody but the test reads the journal then.
    private static async Task<RunningServer> StartGatedAsync()
    {
        var server = await RunningServer.StartAsync(
            options => options with { ClockStart = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), Speed = 1 },
            GatedJournal.Before);
        await server.TellBusyDayAsync();
        await Eventually.TrueAsync(
            () => server.Application.Services.GetRequiredService<FigureTrail>().IsFilled, "the last day to be read");
        return server;
    }

    [Fact]
    public async Task Unknown_IsNotFoundAndSaysSo()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(
            new Uri($"api/progress/{Works.NewIdentity()}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Start_WhileTheJournalIsRead_TellsHowFarAndThenThatItIsReady()
    {
        await using var server = await RunningServer.StartUnreadyAsync(preconfigure: HeldJournal.Before);
        var held = (HeldJournal)server.Journal;
        await Eventually.TrueAsync(() => held.Readers > 0, "the apply loop to read");

        var during = await server.GetAsync("api/progress/start");
        var page = await server.Http.GetStringAsync(new Uri("feeds", UriKind.Relative));
        var wall = await server.Http.GetStringAsync(new Uri("wall", UriKind.Relative));
        held.Release();
        await Eventually.TrueAsync(async () =>
            (await server.GetAsync("api/progress/start")).GetProperty("ready").GetBoolean(), "the start to end");

        Assert.False(during.GetProperty("ready").GetBoolean());
        Assert.Equal(0, during.GetProperty("applied").GetInt64());
        Assert.Equal(held.LastSequence >= 1, during.GetProperty("entries").GetInt64() >= 1);
        Assert.Contains("<progress max=\"1\"", page, StringComparison.Ordinal);
        Assert.Contains("entries read", page, StringComparison.Ordinal);
        Assert.Contains("<progress max=\"1\"", wall, StringComparison.Ordinal);
    }

    private static async Task<string?> StateAsync(RunningServer server, string id) =>
        (await server.GetAsync($"api/progress/{id}")) is { ValueKind: JsonValueKind.Object } told
            ? told.GetProperty("state").GetString()
            : null;
}
