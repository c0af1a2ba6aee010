using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

public sealed class PastPicturesTests
{
    private const int Most = PastPictures.MostAtOnce + PastPictures.MostWaiting;

    [Fact]
    public async Task AsShown_MoreThanMayWait_RefusesTheNextAndServesTheRest()
    {
        var clock = new ManualClock();
        await using var journal = new HeldJournal(new MemoryJournal(clock));
        await journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        using var past = new PastPictures(journal, new StateRestorer(journal, NullLogger<StateRestorer>.Instance));

        var asked = Enumerable.Range(0, Most)
            .Select(_ => past.AsShownAsync(clock.GetUtcNow(), CancellationToken.None))
            .ToArray();
        await Assert.ThrowsAsync<TooManyReplaysException>(
            () => past.AsShownAsync(clock.GetUtcNow(), CancellationToken.None));
        Assert.InRange(journal.Readers, 0, PastPictures.MostAtOnce);
        journal.Release();

        Assert.All(await Task.WhenAll(asked), Assert.NotNull);
        Assert.NotNull(await past.AsShownAsync(clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task AsShown_WhenThoseWhoWaitGiveUp_HasRoomAgain()
    {
        var clock = new ManualClock();
        await using var journal = new HeldJournal(new MemoryJournal(clock));
        await journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        using var past = new PastPictures(journal, new StateRestorer(journal, NullLogger<StateRestorer>.Instance));
        using var giveUp = new CancellationTokenSource();
        var asked = Enumerable.Range(0, Most).Select(_ => past.AsShownAsync(clock.GetUtcNow(), giveUp.Token)).ToArray();

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(asked));
        journal.Release();

        Assert.NotNull(await past.AsShownAsync(clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task GiveWay_WhileSomebodyLooksBack_WaitsForThemButNotForEver()
    {
        var clock = new ManualClock();
        await using var journal = new HeldJournal(new MemoryJournal(clock));
        await journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        using var past = new PastPictures(journal, new StateRestorer(journal, NullLogger<StateRestorer>.Instance));
        await past.GiveWayAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);

        var looks = past.AsShownAsync(clock.GetUtcNow(), CancellationToken.None);
        var waits = past.GiveWayAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        await past.GiveWayAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        Assert.False(waits.IsCompleted);
        journal.Release();

        Assert.NotNull(await looks);
        await waits;
    }

    [Fact]
    public async Task Picture_OfThePast_WhenTooManyAreAsked_AnswersWhenToComeAgain()
    {
        await using var server = await RunningServer.StartUnreadyAsync(preconfigure: HeldJournal.Before);
        var journal = (HeldJournal)server.Application.Services.GetRequiredService<IJournal>();
        var past = server.Application.Services.GetRequiredService<PastPictures>();
        var at = server.Now;
        var asked = Enumerable.Range(0, Most).Select(_ => past.AsShownAsync(at, CancellationToken.None)).ToArray();

        var address = new Uri($"api/picture?at={at:yyyy-MM-ddTHH:mm:ss.fffffffZ}", UriKind.Relative);
        using var answer = await server.Http.GetAsync(address);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        journal.Release();
        await Task.WhenAll(asked);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Try again", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
