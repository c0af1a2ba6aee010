using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>What nobody tells must not hide: a silent feed is said, with what it leaves unknown.</summary>
public sealed class NotKnownScenarios
{
    [Fact]
    public void GivenASilentFeed_WhenASitesAreasAreStale_ThenTheSiteIsNotKnownInThem()
    {
        var constraint = Assert.Single(new GivenFlow()
            .Silent("basildon-pas", "11:17")
            .With(Basildon, EmergencyDepartmentMeasures.InDepartment, 40, FigureQuality.Stale)
            .With(Basildon, BedMeasures.Inpatients, 300, FigureQuality.Stale)
            .With(Basildon, BedMeasures.BedsAvailable, -4, FigureQuality.Stale)
            .Constraints());

        Assert.Equal((ConstraintKind.NotKnown, Severity.Watch), (constraint.Kind, constraint.Severity));
        Assert.Equal("Basildon: ED and beds not known", constraint.Headline);
        Assert.Null(constraint.Patients);
        Assert.Null(constraint.PatientMinutes);
        Assert.Equal(Board.Time("11:17"), constraint.Since);
        Assert.Equal(["Basildon PAS last heard 11:17"], constraint.Behind);
        Assert.Equal("RAJ12:ed.in-department", constraint.FigureId);
        Assert.Empty(constraint.Rooms);
    }

    [Fact]
    public void GivenAFeedNeverHeard_WhenItTellsOfEverySite_ThenItIsSaidOnceOfTheSystem()
    {
        var constraint = Assert.Single(Unknown(HandoverMeasures.AmbulancesWaiting)
            .Silent("eeast-cad", null)
            .Constraints());

        Assert.Equal((WholeSystem, "Ambulances not known"), (constraint.Scope, constraint.Headline));
        Assert.Null(constraint.Since);
        Assert.Equal(["Ambulance never heard"], constraint.Behind);
        Assert.Equal("TST:ambulance.waiting", constraint.FigureId);
    }

    [Fact]
    public void GivenNothingHeard_WhenAsked_ThenOneLineSaysSo()
    {
        var given = new GivenFlow()
            .With(Basildon, null, All).With(Southend, null, All)
            .With(WholeSystem, null, VirtualWardMeasures.VirtualWardOccupied);
        foreach (var feed in Map.Feeds)
        {
            given.Silent(feed.Id, null);
        }

        var constraint = Assert.Single(given.Constraints());

        Assert.Equal("Nothing is known", constraint.Headline);
        Assert.Equal("ambulances, ED, beds, discharge delays, virtual wards", constraint.Behind[0]);
        Assert.Equal(Constraint.MostFacts, constraint.Behind.Count);
    }

    [Fact]
    public void GivenAFigureUnknownWhileItsFeedIsHeard_WhenAsked_ThenNoSilenceIsClaimed() => Assert.Empty(
        Unknown(DischargeMeasures.NoCriteriaToReside).Constraints());

    [Fact]
    public void GivenAFeedSilentWhileAnotherTells_WhenTheFigureIsKnown_ThenNothingIsMissing() => Assert.Empty(
        new GivenFlow().Silent("basildon-pas", "11:17").Constraints());

    [Fact]
    public void GivenAlarmsWatchesAndSilence_WhenRanked_ThenSilenceStandsBetweenThem()
    {
        var kinds = new GivenFlow()
            .With(Basildon, HandoverMeasures.AmbulancesOverStandard, 9)
            .With(Southend, EmergencyDepartmentMeasures.MentalHealthOver, 1)
            .With(WholeSystem, VirtualWardMeasures.VirtualWardOccupied, null)
            .Silent("virtual-wards", "06:00")
            .Constraints()
            .Select(one => one.Kind);

        Assert.Equal(
            [ConstraintKind.MentalHealthWaits, ConstraintKind.NotKnown, ConstraintKind.AmbulancesWaiting], kinds);
    }

    private static Measure[] All =>
        [HandoverMeasures.AmbulancesWaiting, EmergencyDepartmentMeasures.InDepartment, BedMeasures.Inpatients,
            DischargeMeasures.NoCriteriaToReside];

    private static GivenFlow Unknown(Measure measure) =>
        new GivenFlow().With(Basildon, measure, null).With(Southend, measure, null);
}
