using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hubs;

/// <summary>What a picture costs does not grow with the number of those who look at it.</summary>
public sealed class ManyViewersTests
{
    private const int Viewers = 1_000;

    private static readonly ClockReading s_clock = new(DateTimeOffset.UnixEpoch, 1, false, null);

    [Fact]
    public void Frame_ForAThousandViewersOfAScope_IsWrittenOnceAndAllocatesNothingMore()
    {
        var board = new LiveBoard("RAJ12");
        var picture = new Board().At("12:00");
        Publish(1);
        board.FrameSince(0);
        Publish(2);
        var first = board.FrameSince(1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var same = true;
        for (var viewer = 1; viewer < Viewers; viewer++)
        {
            same &= ReferenceEquals(first, board.FrameSince(1));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(same);
        Assert.NotNull(first);

        void Publish(long version) => board.Publish(
            version, version, s_clock, [.. PictureParts.Of(picture, "RAJ12"), Changing(version)]);
    }

    [Fact]
    public async Task Publish_WithManyViewersWatching_MakesOnePictureAndOneFrameForAll()
    {
        var source = new CountedPictures();
        var board = new LiveBoard("RAJ12");
        using var feed = new PictureFeed(source, [new OneBoard(board)], new ManualClock());
        for (var change = 1; change <= 5; change++)
        {
            await feed.PublishAsync();
            var frames = Enumerable.Range(0, Viewers).Select(_ => board.FrameSince(change - 1)).Distinct().ToList();
            Assert.Single(frames);
        }

        Assert.Equal(5, source.Made);
    }

    private static BoardPart Changing(long version) =>
        new("changing", null, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(version)));

    private sealed class CountedPictures : IPictureSource
    {
        private readonly Board _board = new();

        public int Made { get; private set; }

        public long Sequence => _board.Centre.Sequence;

        public Picture PictureAt(DateTimeOffset at)
        {
            Made++;
            return _board.Centre.PictureAt(at);
        }
    }

    private sealed class OneBoard(LiveBoard board) : IPictureSubscriber
    {
        public ValueTask PublishAsync(PublishedPicture published)
        {
            var parts = PictureParts.Of(published.Picture, "RAJ12");
            board.Publish(published.Version, published.Picture.Sequence, published.Clock, [.. parts, Changing(published.Version)]);
            return ValueTask.CompletedTask;
        }
    }
}
