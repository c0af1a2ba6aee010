using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

/// <summary>A day that was told of in part says from when, so that a small number is not taken for a quiet day.</summary>
public sealed class CountedSinceScenarios
{
    private readonly Board _board = new();

    [Fact]
    public void FiguresOfTheDay_WhenTheFeedWasFirstHeardAtNoon_SayNoon()
    {
        _board.Tell("12:00", new PatientAdmitted("v1", new Place("MARY", "1")));

        Assert.Equal(Board.Time("12:00"), FigureOf(BedMeasures.AdmissionsToday, "13:00").CountedSince);
        Assert.Equal(Board.Time("12:00"), FigureOf(DischargeMeasures.DischargesToday, "13:00").CountedSince);
    }

    [Fact]
    public void FiguresOfNow_SayNothing()
    {
        _board.Tell("12:00", new PatientAdmitted("v1", new Place("MARY", "1")));

        Assert.Null(FigureOf(BedMeasures.BedsOccupied, "13:00").CountedSince);
    }

    [Fact]
    public void FiguresOfTheNextDay_CoverIt()
    {
        _board.Tell("12:00", new PatientAdmitted("v1", new Place("MARY", "1")));

        Assert.Null(FigureOf(BedMeasures.AdmissionsToday, "2026-11-23T09:00:00Z").CountedSince);
    }

    private Figure FigureOf(Measure measure, string at) =>
        _board.At(at).Sites.Single(site => string.Equals(site.Code, "RAJ12", StringComparison.Ordinal)).Figures[measure];
}
