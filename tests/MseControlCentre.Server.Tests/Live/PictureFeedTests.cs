using System.Threading.Channels;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

public sealed class PictureFeedTests
{
    [Fact]
    public async Task Feed_UnderAStormOfSignals_PublishesOnceInAShortestInterval()
    {
        var clock = new WatchedClock();
        var subscriber = new CountingSubscriber();
        using var feed = new PictureFeed(new OnePicture(), [subscriber], clock);
        await feed.StartAsync(CancellationToken.None);
        feed.Signal();
        await subscriber.ReceivedAsync(1);

        for (var number = 0; number < 1000; number++)
        {
            feed.Signal();
        }

        await clock.FirePendingAsync(PictureFeed.ShortestInterval);
        await subscriber.ReceivedAsync(2);

        await Eventually.TrueAsync(() => feed.Current!.Version == 2, "the second picture to be the newest");
        Assert.Equal(clock.GetUtcNow(), feed.Current!.Clock.Now);
        await feed.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Feed_WithoutAnySignal_PublishesEveryLongestInterval()
    {
        var clock = new WatchedClock();
        var subscriber = new CountingSubscriber();
        using var feed = new PictureFeed(new OnePicture(), [subscriber], clock);
        await feed.StartAsync(CancellationToken.None);
        feed.Signal();
        await subscriber.ReceivedAsync(1);

        await clock.FirePendingAsync(PictureFeed.ShortestInterval);
        await clock.FirePendingAsync(PictureFeed.LongestInterval - PictureFeed.ShortestInterval);
        await subscriber.ReceivedAsync(2);

        await Eventually.TrueAsync(() => feed.Current!.Version == 2, "the second picture to be the newest");
        await feed.StopAsync(CancellationToken.None);
    }

    private sealed class OnePicture : IPictureSource
    {
        private readonly Board _board = new();

        public long Sequence => _board.Centre.Sequence;

        public Picture PictureAt(DateTimeOffset at) => _board.Centre.PictureAt(at);
    }

    private sealed class CountingSubscriber : IPictureSubscriber
    {
        private readonly Channel<long> _received = Channel.CreateBounded<long>(1000);
        private int _taken;

        public ValueTask PublishAsync(PublishedPicture published)
        {
            _received.Writer.TryWrite(published.Version);
            return ValueTask.CompletedTask;
        }

        public async Task ReceivedAsync(int count)
        {
            using var limit = new CancellationTokenSource(Eventually.Patience);
            for (; _taken < count; _taken++)
            {
                Assert.Equal(_taken + 1, await _received.Reader.ReadAsync(limit.Token));
            }
        }
    }
}
