using System.Text;
using System.Text.Json;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Hubs;

namespace MseControlCentre.Server.Tests.Hubs;

public sealed class LiveBoardTests
{
    private static readonly ClockReading s_clock = new(DateTimeOffset.UnixEpoch, 1, false, null);
    private readonly LiveBoard _board = new("wall");

    [Fact]
    public void FrameSince_NothingSeen_HoldsEverything()
    {
        Publish(1, ("a", 1), ("b", 1));

        var frame = Frame(seen: 0);

        Assert.True(frame.GetProperty("full").GetBoolean());
        Assert.Equal([1, 1], Values(frame));
    }

    [Fact]
    public void FrameSince_ForASlowViewer_HoldsWhatChangedInAllVersionsItSkipped()
    {
        Publish(1, ("a", 1), ("b", 1), ("c", 1));
        Publish(2, ("a", 2), ("b", 1), ("c", 1));
        Publish(3, ("a", 2), ("b", 3), ("c", 1));

        var frame = Frame(seen: 1);

        Assert.False(frame.GetProperty("full").GetBoolean());
        Assert.Equal(1, frame.GetProperty("previousVersion").GetInt64());
        Assert.Equal(3, frame.GetProperty("version").GetInt64());
        Assert.Equal([2, 3], Values(frame));
    }

    [Fact]
    public void FrameSince_WhenNothingChanged_IsNone()
    {
        Publish(1, ("a", 1));
        Publish(2, ("a", 1));

        Assert.Null(_board.FrameSince(1));
    }

    [Fact]
    public void FrameSince_WhenAPartIsGone_HoldsEverything()
    {
        Publish(1, ("a", 1), ("b", 1));
        Publish(2, ("a", 1));

        var frame = Frame(seen: 1);

        Assert.True(frame.GetProperty("full").GetBoolean());
        Assert.Equal([1], Values(frame));
    }

    [Fact]
    public void FrameSince_ForManyViewersOfOneVersion_IsWrittenOnce()
    {
        Publish(1, ("a", 1));
        Publish(2, ("a", 2));

        Assert.Same(_board.FrameSince(1), _board.FrameSince(1));
    }

    [Fact]
    public void FrameSince_AnyFrame_SaysWhichEntryThePictureKnows()
    {
        Publish(1, ("a", 1));
        Publish(2, ("a", 2));

        Assert.Equal(20, Frame(1).GetProperty("sequence").GetInt64());
    }

    [Fact]
    public void FrameSince_ForViewersOfMoreVersionsThanAreKept_IsWrittenAgainAndSaysTheSame()
    {
        var versions = LiveBoard.MostFrames + 2;
        for (var version = 1; version <= versions; version++)
        {
            Publish(version, ("a", version));
        }

        for (var seen = 1; seen <= LiveBoard.MostFrames; seen++)
        {
            Assert.Same(_board.FrameSince(seen), _board.FrameSince(seen));
        }

        var beyond = _board.FrameSince(LiveBoard.MostFrames + 1)!;
        var again = _board.FrameSince(LiveBoard.MostFrames + 1)!;
        Assert.NotSame(beyond, again);
        Assert.True(beyond.Utf8.Span.SequenceEqual(again.Utf8.Span));
        Assert.Equal(versions, beyond.Version);
    }

    private static int[] Values(JsonElement frame) =>
        [.. frame.GetProperty("figures").EnumerateArray().Select(value => value.GetInt32())];

    private JsonElement Frame(long seen) => JsonElement.Parse(_board.FrameSince(seen)!.Utf8.Span);

    private void Publish(long version, params (string Key, int Value)[] parts) => _board.Publish(
        version,
        version * 10,
        s_clock,
        [.. parts.Select(part => new BoardPart("figures", part.Key, Encoding.UTF8.GetBytes($"{part.Value}")))]);
}
