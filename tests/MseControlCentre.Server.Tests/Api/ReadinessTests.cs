using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Journal;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Api;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Ready_WhileTheJournalIsRead_SaysWhichEntryAndAfterwardsThatItIs()
    {
        await using var server = await RunningServer.StartUnreadyAsync(preconfigure: HeldJournal.Before);
        var journal = (HeldJournal)server.Application.Services.GetRequiredService<IJournal>();
        await Eventually.TrueAsync(() => journal.Readers > 0, "the apply loop to read");

        var (waitingCode, waiting) = await ReadyAsync(server);
        using var picture = await server.Http.GetAsync(new Uri("api/picture", UriKind.Relative));
        journal.Release();
        var feed = server.Application.Services.GetRequiredService<PictureFeed>();
        await Eventually.TrueAsync(() => feed.Current is not null, "the first picture");
        var (readyCode, ready) = await ReadyAsync(server);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, waitingCode);
        Assert.Equal("waiting", waiting.Status);
        Assert.StartsWith("the journal: entry 0 of ", waiting.WaitsFor, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, picture.StatusCode);
        Assert.NotNull(picture.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, readyCode);
        Assert.Equal(new HealthAnswer("ready", null), ready);
    }

    [Fact]
    public async Task Live_WhileTheJournalIsRead_AnswersAllTheSame()
    {
        await using var server = await RunningServer.StartUnreadyAsync(preconfigure: HeldJournal.Before);

        using var answer = await server.Http.GetAsync(new Uri("health/live", UriKind.Relative));
        ((HeldJournal)server.Application.Services.GetRequiredService<IJournal>()).Release();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<(HttpStatusCode Code, HealthAnswer Answer)> ReadyAsync(RunningServer server)
    {
        using var answer = await server.Http.GetAsync(new Uri("health/ready", UriKind.Relative));
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<HealthAnswer>())!);
    }
}
