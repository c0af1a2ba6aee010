using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Since when, how many patient-minutes, and how it moved: from what the board showed each five minutes.</summary>
public sealed class ConstraintTrailScenarios
{
    private static readonly Measure s_over = HandoverMeasures.AmbulancesOverStandard;

    [Fact]
    public void GivenAWholeTrail_WhenRead_ThenMinutesAreThoseOfTheLastTwelveStepsAndTheStartIsTheFirstOfTheRun()
    {
        // 13 steps up to 12:00: 11:00 shows 4, then 3, 0, 2, 2 ... 5 at 12:00.
        var constraint = Given(7, 4, 3, 0, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5);

        Assert.Equal(5 * (3 + 0 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 5 + 5), constraint.PatientMinutes);
        Assert.False(constraint.MinutesAtLeast);
        Assert.Equal(Board.Time("11:15"), constraint.Since);
        Assert.False(constraint.SinceAtLeast);
        Assert.Equal(7 - 4, constraint.ChangeInLastHour);
    }

    [Fact]
    public void GivenAGap_WhenRead_ThenItIsLeftOutAndTheRestIsAtLeast()
    {
        var constraint = Given(7, null, 3, 3, 3, null, 3, 3, 3, 3, 3, 3, 3, 3);

        Assert.Equal(5 * 3 * 11, constraint.PatientMinutes);
        Assert.True(constraint.MinutesAtLeast);
        Assert.Equal(Board.Time("11:25"), constraint.Since);
        Assert.True(constraint.SinceAtLeast);
        Assert.Null(constraint.ChangeInLastHour);
    }

    [Fact]
    public void GivenStaleSteps_WhenRead_ThenTheyTellNothing()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, s_over, 7)
            .ShowedAs(Basildon, s_over, FigureQuality.Stale, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4)
            .Constraints());

        Assert.Null(constraint.PatientMinutes);
        Assert.False(constraint.MinutesAtLeast);
        Assert.Null(constraint.Since);
        Assert.Null(constraint.ChangeInLastHour);
    }

    [Fact]
    public void GivenATrailThatStartsWithIt_WhenRead_ThenItMayHaveBeenSoForLonger()
    {
        var constraint = Given(7, 3, 3);

        Assert.Equal(5 * 3 * 2, constraint.PatientMinutes);
        Assert.True(constraint.MinutesAtLeast);
        Assert.Equal(Board.Time("11:55"), constraint.Since);
        Assert.True(constraint.SinceAtLeast);
    }

    [Fact]
    public void GivenAStepThatTheTrailDoesNotHaveYet_WhenRead_ThenTheOneBeforeItIsTheNewest()
    {
        var given = new GivenFlow { At = Board.Time("12:05") }.With(Basildon, s_over, 7).Showed(Basildon, s_over, 0, 3, 3);

        var constraint = Assert.Single(given.Constraints());

        Assert.Equal(Board.Time("11:55"), constraint.Since);
        Assert.False(constraint.SinceAtLeast);
    }

    [Fact]
    public void GivenItBeganAfterTheNewestStep_WhenRead_ThenItIsSoSinceThatStep()
    {
        var constraint = Given(1, 0, 0);

        Assert.Equal(Board.Time("12:00"), constraint.Since);
        Assert.False(constraint.SinceAtLeast);
        Assert.Equal(0, constraint.PatientMinutes);
    }

    [Theory]
    [InlineData("11:38", "11:53", false)] // passed 15 minutes between two steps: the clock is exact
    [InlineData("11:45", "11:55", false)] // others waited before it
    public void GivenAClockAndATrail_WhenRead_ThenTheEarlierOfTheTwoTells(string arrived, string since, bool atLeast)
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, s_over, 1)
            .Arrived(Basildon, arrived)
            .Showed(Basildon, s_over, 0, 1, 1)
            .Constraints());

        Assert.Equal(Board.Time(since), constraint.Since);
        Assert.Equal(atLeast, constraint.SinceAtLeast);
    }

    [Fact]
    public void GivenPatientsWaitingWhileBedsWereFree_WhenRead_ThenThoseMinutesDoNotCount()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, BedMeasures.BedsAvailable, 0)
            .With(Basildon, EmergencyDepartmentMeasures.AwaitingBed, 6)
            .Showed(Basildon, BedMeasures.BedsAvailable, 2, 2, 0, 0)
            .Showed(Basildon, BedMeasures.BedOccupancy, 90, 90, 90, 90)
            .Showed(Basildon, EmergencyDepartmentMeasures.OverLongFromDecision, 0, 0, 0, 0)
            .Showed(Basildon, EmergencyDepartmentMeasures.AwaitingBed, 4, 4, 5, 6)
            .Constraints());

        Assert.Equal(5 * (5 + 6), constraint.PatientMinutes);
        Assert.Equal(Board.Time("11:55"), constraint.Since);
        Assert.False(constraint.SinceAtLeast);
    }

    private static Constraint Given(double now, params double?[] steps) => Assert.Single(
        new GivenFlow().With(Basildon, s_over, now).Showed(Basildon, s_over, steps).Constraints());
}
