using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Ambulances outside, departments that send them elsewhere, and 999 calls that wait.</summary>
public sealed class AmbulanceConstraintScenarios
{
    [Fact]
    public void GivenNothingPastALimit_WhenAsked_ThenNothingHoldsFlowUp() => Assert.Empty(new GivenFlow().Constraints());

    [Fact]
    public void GivenAmbulancesPastTheStandard_WhenAsked_ThenTheyAreCountedFromTheOldestClock()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, HandoverMeasures.AmbulancesWaiting, 9)
            .With(Basildon, HandoverMeasures.AmbulancesOverStandard, 7)
            .With(Basildon, HandoverMeasures.AmbulancesOverSecond, 2)
            .With(Basildon, HandoverMeasures.AmbulancesEnRoute, 4)
            .With(Basildon, HandoverMeasures.HandoverLostToday, 2.26)
            .Arrived(Basildon, "11:30", "11:26", "11:41")
            .Constraints());

        Assert.Equal(ConstraintKind.AmbulancesWaiting, constraint.Kind);
        Assert.Equal((Basildon, "Basildon"), (constraint.Scope, constraint.Place));
        Assert.Equal(Severity.Watch, constraint.Severity);
        Assert.Equal(7, constraint.Patients);
        Assert.Equal("Basildon: 7 ambulances over 15 min", constraint.Headline);
        Assert.Equal("7 ambulances over 15 min", constraint.What);
        Assert.Equal(["2 over 30 min", "4 on the way", "2.3 h lost today"], constraint.Behind);
        Assert.Equal("RAJ12:ambulance.waiting-over-standard", constraint.FigureId);
        Assert.Equal(Board.Time("11:26"), constraint.LongestSince);

        // The oldest passed 15 minutes at 11:41; others may have waited before, and no trail tells.
        Assert.Equal(Board.Time("11:41"), constraint.Since);
        Assert.True(constraint.SinceAtLeast);
        Assert.Null(constraint.PatientMinutes);
        Assert.Null(constraint.ChangeInLastHour);
    }

    [Theory]
    [InlineData(0.0, 0.0, null, null)] // exactly at the standard is within it: the figure counts those beyond
    [InlineData(1.0, 0.0, Severity.Watch, null)]
    [InlineData(1.0, 1.0, Severity.Alarm, "1 over 45 min")]
    public void GivenWaits_WhenAsked_ThenTheMaximumMakesTheAlarm(
        double overStandard, double overMaximum, Severity? severity, string? fact)
    {
        var constraint = new GivenFlow()
            .With(Basildon, HandoverMeasures.AmbulancesOverStandard, overStandard)
            .With(Basildon, HandoverMeasures.AmbulancesOverMaximum, overMaximum)
            .Constraints().SingleOrDefault();

        Assert.Equal(severity, constraint?.Severity);
        Assert.Equal(fact, constraint?.Behind is [var first, ..] ? first : null);
    }

    [Fact]
    public void GivenSpacesElsewhere_WhenAmbulancesWait_ThenOnlyADepartmentThatTakesThemHasRoom()
    {
        GivenFlow Given() => new GivenFlow()
            .With(Basildon, HandoverMeasures.AmbulancesOverStandard, 3)
            .With(Southend, EmergencyDepartmentMeasures.MajorsResusOccupancy, 60);

        var room = Assert.Single(Assert.Single(Given().Constraints()).Rooms);
        Assert.Equal("Southend has 4 majors spaces free", room.Words);
        Assert.Equal("RAJ01:ed.majors-resus-occupancy", room.FigureId);
        Assert.Empty(Rooms(Given().With(Southend, EmergencyDepartmentMeasures.MajorsResusOccupancy, 95.1)));
        Assert.Empty(Rooms(Given().With(Southend, HandoverMeasures.AmbulancesOverStandard, 1)));
        Assert.Empty(Rooms(Given().With(Southend, HandoverMeasures.AmbulancesOverStandard, null)));
        Assert.Empty(Rooms(Given().With(Southend, CohortMeasures.DivertsInForce, 1)));
        Assert.Empty(Rooms(Given().With(Southend, CohortMeasures.ClosuresInForce, 1)));
        Assert.Empty(Rooms(Given().With(
            Southend, EmergencyDepartmentMeasures.MajorsResusOccupancy, 60, FigureQuality.Stale)));
    }

    [Fact]
    public void GivenADivertOrAClosure_WhenAsked_ThenThoseOnTheWayAreAffected()
    {
        var divert = Assert.Single(new GivenFlow()
            .With(Basildon, CohortMeasures.DivertsInForce, 1, FigureQuality.Declared)
            .With(Basildon, HandoverMeasures.AmbulancesEnRoute, 5)
            .With(Basildon, CohortMeasures.DivertedToday, 12)
            .With(Southend, EmergencyDepartmentMeasures.MajorsResusOccupancy, 50)
            .Constraints());
        var closed = Assert.Single(new GivenFlow()
            .With(Basildon, CohortMeasures.ClosuresInForce, 1, FigureQuality.Declared)
            .With(Basildon, HandoverMeasures.AmbulancesEnRoute, null)
            .Constraints());

        Assert.Equal((ConstraintKind.DepartmentClosed, Severity.Watch), (divert.Kind, divert.Severity));
        Assert.Equal("Basildon: ED on divert", divert.Headline);
        Assert.Equal(5, divert.Patients);
        Assert.Equal(["5 ambulances on the way", "12 sent on today"], divert.Behind);
        Assert.Equal("Southend has 5 majors spaces free", Assert.Single(divert.Rooms).Words);
        Assert.Equal(Severity.Alarm, closed.Severity);
        Assert.Equal("Basildon: ED declared closed", closed.Headline);
        Assert.Null(closed.Patients);
        Assert.Equal("RAJ12:ambulance.closures-in-force", closed.FigureId);
    }

    [Theory]
    [InlineData(0.0, 40.0, null)]
    [InlineData(6.0, 18.0, null)] // the standard itself is met
    [InlineData(6.0, 18.1, Severity.Watch)]
    [InlineData(6.0, 30.0, Severity.Watch)]
    [InlineData(6.0, 30.1, Severity.Alarm)]
    [InlineData(6.0, null, null)]
    public void GivenCallsWaiting_WhenTheCategory2MeanIsPastAStandard_ThenTheyAreHeldUp(
        double calls, double? mean, Severity? severity)
    {
        var constraint = new GivenFlow()
            .With(WholeSystem, EmergencyCallsMeasure, calls)
            .With(WholeSystem, Category2Mean, mean)
            .Constraints().SingleOrDefault();

        Assert.Equal(severity, constraint?.Severity);
    }

    [Fact]
    public void GivenCallsHeldUp_WhenAsked_ThenSitesWithCrewsToReleaseAreNamed()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(WholeSystem, EmergencyCallsMeasure, 14)
            .With(WholeSystem, Category2Mean, 34.6)
            .With(WholeSystem, HandoverMeasures.AmbulancesWaiting, 11)
            .With(Basildon, CrewMeasures.ReleaseToRespond, 3)
            .With(Southend, CrewMeasures.ReleaseToRespond, 1)
            .Constraints());

        Assert.Equal("999: 14 calls wait, Cat 2 mean 34 min", constraint.Headline);
        Assert.Equal(["standard 18 min", "11 ambulances held at hospitals"], constraint.Behind);
        Assert.Equal(
            ["Basildon has 3 crews to release", "Southend has 1 crew to release"],
            constraint.Rooms.Select(room => room.Words));
        Assert.All(constraint.Rooms, room => Assert.Equal("Release crews", room.Ask));
    }

    private static Measure EmergencyCallsMeasure => EmergencyCallMeasures.CallsWaiting;

    private static IReadOnlyList<Room> Rooms(GivenFlow given) =>
        given.Constraints().First(one => one.Scope == Basildon).Rooms;
}
