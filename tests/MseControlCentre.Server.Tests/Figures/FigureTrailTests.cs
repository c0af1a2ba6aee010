using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Figures;

/// <summary>How figures moved in the last day: as the board showed it, before and after a restart.</summary>
public sealed class FigureTrailTests : IAsyncDisposable
{
    private const string Waiting = "RAJ12:ambulance.waiting";

    private readonly ManualClock _clock = new();
    private readonly MemoryJournal _journal;
    private readonly StateRestorer _restorer;
    private readonly PastPictures _past;
    private readonly FigureTrail _trail = new();
    private readonly DateTimeOffset _start;

    public FigureTrailTests()
    {
        _journal = new MemoryJournal(_clock);
        _restorer = new StateRestorer(_journal, NullLogger<StateRestorer>.Instance);
        _past = new PastPictures(_journal, _restorer);
        _start = FigureTrail.StepOf(_clock.GetUtcNow()) + FigureTrail.Step;
        _clock.Advance(_start - _clock.GetUtcNow());
    }

    [Fact]
    public void Trail_BeforeThereIsAPicture_IsEmpty() => Assert.Empty(_trail.Of(Waiting, TimeSpan.FromHours(1)));

    [Fact]
    public async Task Trail_KeepsTheFirstPictureOfEachStep()
    {
        await AdoptAsync();
        foreach (var minutes in new[] { 0, 1, 4, 5, 11 })
        {
            await ArriveAsync($"at {minutes}", _start.AddMinutes(minutes));
            await PublishAsync();
        }

        Assert.Equal(
            [(0, 1.0), (5, 4.0), (10, 5.0)],
            _trail.Of(Waiting, TimeSpan.FromHours(1)).Select(point => (Minutes(point.At), point.Value!.Value)));
    }

    [Fact]
    public async Task Trail_OfAStepWithoutAPicture_HasAGap()
    {
        await AdoptAsync();
        await PublishAsync();
        await ArriveAsync("later", _start.AddMinutes(15));
        await PublishAsync();

        var points = _trail.Of(Waiting, TimeSpan.FromHours(1));

        Assert.Equal([0, 5, 10, 15], points.Select(point => Minutes(point.At)));
        Assert.Equal([null, null], points.Skip(1).Take(2).Select(point => point.Value));
        Assert.Equal(1, points[^1].Value);
    }

    [Fact]
    public async Task Trail_OfAFigureThatNobodyShows_IsUnknownAtEachStep()
    {
        await AdoptAsync();
        await PublishAsync();

        Assert.Equal(
            [new TrailPoint(_start, null, FigureQuality.Unknown)],
            _trail.Of("RAJ12:nothing.such", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Trail_OfMoreThanADay_HoldsTheLastDay()
    {
        await AdoptAsync();
        var steps = (int)(FigureTrail.Reach / FigureTrail.Step);
        for (var step = 0; step < steps + 20; step++)
        {
            await PublishAsync();
            _clock.Advance(FigureTrail.Step);
        }

        var points = _trail.Of(Waiting, TimeSpan.FromDays(3));

        Assert.Equal(steps + 1, points.Count);
        Assert.Equal(_start.AddMinutes(5 * 19), points[0].At);
    }

    [Fact]
    public async Task Trail_AfterAStart_IsFilledWithWhatTheBoardShowed()
    {
        await AdoptAsync();
        for (var hour = 1; hour <= 30; hour++)
        {
            await ArriveAsync($"hour {hour}", _start.AddHours(hour));
        }

        using var filling = new TrailFromJournal(
            _trail, _journal, _restorer, _past, NullLogger<TrailFromJournal>.Instance);
        await filling.StartAsync(CancellationToken.None);
        await PublishAsync();
        await filling.ExecuteTask!;

        foreach (var point in _trail.Of(Waiting, TimeSpan.FromHours(24)))
        {
            var shown = await _past.AsShownAsync(point.At, CancellationToken.None);
            var figure = shown!.Picture.Find(Waiting)!;
            Assert.Equal(new TrailPoint(point.At, figure.Value, figure.Quality), point);
        }

        Assert.Equal(289, _trail.Of(Waiting, TimeSpan.FromHours(24)).Count);
        Assert.Equal(30, _trail.Of(Waiting, TimeSpan.Zero)[^1].Value);
    }

    public async ValueTask DisposeAsync()
    {
        _past.Dispose();
        await _journal.DisposeAsync();
    }

    private int Minutes(DateTimeOffset at) => (int)(at - _start).TotalMinutes;

    private async Task AdoptAsync() => await _journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);

    private async Task ArriveAsync(string conveyance, DateTimeOffset at)
    {
        _clock.Advance(at - _clock.GetUtcNow());
        await _journal.AppendAsync(
            [
                new FlowEvent
                {
                    Source = "eeast-cad",
                    MessageId = conveyance,
                    OccurredAt = at,
                    Site = "RAJ12",
                    Detail = new AmbulanceArrived(conveyance),
                },
            ],
            CancellationToken.None);
    }

    private async Task PublishAsync()
    {
        var shown = await _past.AsShownAsync(_clock.GetUtcNow(), CancellationToken.None);
        await _trail.PublishAsync(
            new PublishedPicture(1, shown!.Picture, new(shown.Picture.At, 1, false, null)));
    }
}
