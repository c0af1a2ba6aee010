using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hubs;

public sealed class ViewersTests : IDisposable
{
    private static readonly ClockReading s_clock = new(DateTimeOffset.UnixEpoch, 1, false, null);
    private readonly CancellationTokenSource _end = new();
    private readonly PictureFeed _feed = new(new OnePicture(), [], TimeProvider.System);
    private readonly HeldLines _lines = new();
    private readonly Viewers _viewers;

    public ViewersTests() => _viewers = new Viewers(
        _lines, new Lazy<PictureFeed>(_feed), TimeProvider.System, NullLogger<Viewers>.Instance);

    [Fact]
    public async Task Of_MoreViewersThanAllowed_IsRefusedUntilOneLeaves()
    {
        using var leaves = new CancellationTokenSource();
        _viewers.Of("first", leaves.Token);
        for (var number = 1; number < Viewers.MostViewers; number++)
        {
            _viewers.Of($"viewer {number}", _end.Token);
        }

        var refusal = Assert.Throws<HubException>(() => _viewers.Of("one more", _end.Token));
        Assert.Contains("another node", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Viewers.MostViewers, _viewers.Count);
        Assert.NotNull(_viewers.Of("viewer 1", _end.Token));

        await leaves.CancelAsync();
        await Eventually.TrueAsync(() => _viewers.Count < Viewers.MostViewers, "the first viewer to leave");
        await Eventually.TrueAsync(Enters, "room for one more");

        bool Enters()
        {
            try
            {
                return _viewers.Of("one more", _end.Token) is not null;
            }
            catch (HubException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Watch_MoreBoardsThanAllowed_IsRefusedAndKnownOnesAreNot()
    {
        var viewer = _viewers.Of("viewer", _end.Token);
        var boards = Enumerable.Range(0, Viewer.MostBoards + 1).Select(number => new LiveBoard($"{number}")).ToList();
        foreach (var board in boards.SkipLast(1))
        {
            viewer.Watch(board, "picture");
        }

        viewer.Watch(boards[0], "picture");
        var refusal = Assert.Throws<HubException>(() => viewer.Watch(boards[^1], "picture"));

        Assert.Contains($"{Viewer.MostBoards} boards", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignalAll_WhileOneViewerDoesNotRead_HoldsUpNobodyAndBringsItUpToDateInOneFrame()
    {
        var board = new LiveBoard("wall");
        Publish(board, 1);
        var slow = _lines.Hold("slow");
        _viewers.Of("slow", _end.Token).Watch(board, "page");
        _viewers.Of("quick", _end.Token).Watch(board, "page");
        Assert.Equal(1, Version(await slow.NextAsync()));
        var quick = _lines.Of("quick");
        Assert.Equal(1, Version(await quick.NextAsync()));

        for (var version = 2; version <= 10; version++)
        {
            Publish(board, version);
            _viewers.SignalAll();
            var frame = await quick.NextAsync();
            Assert.Equal((version - 1, version), (Previous(frame), Version(frame)));
        }

        Assert.Equal(0, slow.Waiting);
        slow.Release();
        var missed = await slow.NextAsync();
        Publish(board, 11);
        _viewers.SignalAll();
        var next = await slow.NextAsync();

        Assert.Equal((1, 10), (Previous(missed), Version(missed)));
        Assert.False(missed.GetProperty("full").GetBoolean());
        Assert.Equal(10, missed.GetProperty("figures")[0].GetInt32());
        Assert.Equal((10, 11), (Previous(next), Version(next)));
    }

    [Fact]
    public async Task Line_ThatFails_TakesNoOtherWithIt()
    {
        var board = new LiveBoard("wall");
        Publish(board, 1);
        _lines.Of("broken").Fails = true;
        _viewers.Of("broken", _end.Token).Watch(board, "page");
        await Eventually.TrueAsync(() => _viewers.Count == 0, "the broken line to leave");

        _viewers.Of("whole", _end.Token).Watch(board, "page");

        Assert.Equal(1, Version(await _lines.Of("whole").NextAsync()));
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _feed.Dispose();
    }

    private static long Version(JsonElement frame) => frame.GetProperty("version").GetInt64();

    private static long Previous(JsonElement frame) => frame.GetProperty("previousVersion").GetInt64();

    private static void Publish(LiveBoard board, long version) => board.Publish(
        version, version, s_clock, [new BoardPart("figures", "a", Encoding.UTF8.GetBytes($"{version}"))]);

    private sealed class OnePicture : IPictureSource
    {
        private readonly Board _board = new();

        public long Sequence => _board.Centre.Sequence;

        public Picture PictureAt(DateTimeOffset at) => _board.Centre.PictureAt(at);
    }
}
