using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Figures;

/// <summary>What the board showed over a span: the same as the picture of each instant.</summary>
public sealed class FigureHistoriesTests : IAsyncDisposable
{
    private const string Waiting = "ambulance.waiting";

    private readonly ManualClock _clock = new();
    private readonly MemoryJournal _journal;
    private readonly PastPictures _past;
    private readonly FigureHistories _histories;

    public FigureHistoriesTests()
    {
        _journal = new MemoryJournal(_clock);
        var restorer = new StateRestorer(_journal, NullLogger<StateRestorer>.Instance);
        _past = new PastPictures(_journal, restorer);
        _histories = new FigureHistories(_journal, restorer, _past);
    }

    [Fact]
    public async Task History_OfEveryFigure_IsThatOfThePictureOfEachInstant()
    {
        var from = await TellAsync();
        var span = new HistorySpan(from, TimeSpan.FromMinutes(15), 9);

        var history = await _histories.OfAsync("RAJ12", span, CancellationToken.None);

        for (var index = 0; index < span.Points; index++)
        {
            var shown = await _past.AsShownAsync(span.At(index), CancellationToken.None);
            Assert.All(
                shown!.Picture.Sites.Single(site => site.Code == "RAJ12").Figures,
                figure => Assert.Equal(
                    new HistoryPoint(figure.Value, figure.Quality), history.Of(figure.Measure.Id)[index]));
        }
    }

    [Fact]
    public async Task History_BeforeAnythingWasRecorded_IsNotKnown()
    {
        var from = await TellAsync();

        var history = await _histories.OfAsync(
            "RAJ12", new HistorySpan(from.AddHours(-2), TimeSpan.FromHours(1), 3), CancellationToken.None);

        Assert.Equal([null, null], history.Of(Waiting).Take(2).Select(point => point.Value));
        Assert.False(history.IsEmpty);
        Assert.True((await _histories.OfAsync(
            "RAJ12", new HistorySpan(from.AddDays(-7), TimeSpan.FromHours(1), 3), CancellationToken.None)).IsEmpty);
    }

    [Fact]
    public async Task History_OfAFeedThatFellSilent_IsStaleFromThenOn()
    {
        var from = await TellAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _journal.AppendAsync(
            [
                new FlowEvent
                {
                    Source = "control-centre",
                    MessageId = "silent",
                    OccurredAt = _clock.GetUtcNow(),
                    Site = "TST",
                    Detail = new FeedSilenced("eeast-cad", SilenceReason.NothingHeard, from.AddMinutes(60)),
                },
            ],
            CancellationToken.None);
        var span = new HistorySpan(from, TimeSpan.FromMinutes(15), 9);

        var qualities = (await _histories.OfAsync("RAJ12", span, CancellationToken.None)).Of(Waiting)
            .Select(point => point.Quality)
            .ToList();

        // The ambulance feed of the test network is stale after ten minutes; it was last heard one hour in.
        Assert.Equal(FigureQuality.Live, qualities[4]);
        Assert.Equal(FigureQuality.Stale, qualities[^1]);
    }

    [Fact]
    public async Task History_AskedForAgain_IsNotReadAgain()
    {
        var span = new HistorySpan(await TellAsync(), TimeSpan.FromMinutes(15), 9);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _histories.OfAsync("RAJ12", span, CancellationToken.None)));
        await _histories.OfAsync("RAJ12", span, CancellationToken.None);

        Assert.Equal(1, _histories.Passes);
    }

    [Fact]
    public async Task Histories_AreKeptUpToTheirBound()
    {
        var from = await TellAsync();
        for (var index = 0; index <= FigureHistories.MostKept; index++)
        {
            await _histories.OfAsync("RAJ12", Span(index), CancellationToken.None);
        }

        await _histories.OfAsync("RAJ12", Span(FigureHistories.MostKept), CancellationToken.None);
        Assert.Equal(FigureHistories.MostKept + 1, _histories.Passes);
        await _histories.OfAsync("RAJ12", Span(0), CancellationToken.None);
        Assert.Equal(FigureHistories.MostKept + 2, _histories.Passes);

        HistorySpan Span(int minutes) => new(from.AddMinutes(minutes), TimeSpan.FromMinutes(15), 2);
    }

    [Theory]
    [InlineData("2026-11-22T12:00:00Z", "2026-11-15T12:00:00Z")]
    [InlineData("2026-10-25T12:00:00Z", "2026-10-18T11:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-22T13:00:00Z")]
    public void WeekEarlier_IsTheSameTimeByTheClocksOnTheWall(string from, string earlier)
    {
        var span = new HistorySpan(Board.Time(from), TimeSpan.FromMinutes(15), 97);

        var before = span.AWeekEarlier(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

        Assert.Equal(Board.Time(earlier), before.From);
    }

    [Fact]
    public void SpanUpTo_EndsAtTheLastWholeStep()
    {
        var span = HistorySpan.UpTo(Board.Time("14:44:59"), 24, 15);

        Assert.Equal((97, Board.Time("14:30"), Board.Time("2026-11-21T14:30:00Z")), (span.Points, span.To, span.From));
    }

    public async ValueTask DisposeAsync()
    {
        _past.Dispose();
        await _journal.DisposeAsync();
    }

    /// <summary>An ambulance every seven minutes for an hour; each second one is handed over. Returns the first instant.</summary>
    private async Task<DateTimeOffset> TellAsync()
    {
        var from = _clock.GetUtcNow();
        await _journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        for (var minute = 4; minute <= 60; minute += 7)
        {
            _clock.Advance(from.AddMinutes(minute) - _clock.GetUtcNow());
            await _journal.AppendAsync([Told(minute, new AmbulanceArrived($"c_{minute}"))], CancellationToken.None);
            if (minute % 2 == 0)
            {
                await _journal.AppendAsync([Told(minute, new HandoverCompleted($"c_{minute}"))], CancellationToken.None);
            }
        }

        return from;

        FlowEvent Told(int minute, ConveyanceEvent detail) => new()
        {
            Source = "eeast-cad",
            MessageId = $"{minute}/{detail.GetType().Name}",
            OccurredAt = from.AddMinutes(minute),
            Site = "RAJ12",
            Detail = detail,
        };
    }
}
