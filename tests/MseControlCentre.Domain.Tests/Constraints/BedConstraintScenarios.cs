using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Beds, waits for them, discharges, and places outside hospital.</summary>
public sealed class BedConstraintScenarios
{
    [Theory]
    [InlineData(1.0, 92.0, 0.0, null)] // exactly at the threshold is within it
    [InlineData(1.0, 92.1, 0.0, Severity.Watch)]
    [InlineData(0.0, 92.0, 0.0, Severity.Alarm)]
    [InlineData(-2.0, 92.0, 0.0, Severity.Alarm)]
    [InlineData(1.0, 92.0, 1.0, Severity.Alarm)]
    [InlineData(null, null, 0.0, null)]
    [InlineData(null, null, 1.0, Severity.Alarm)]
    public void GivenBeds_WhenAsked_ThenNoneFreeOrATwelveHourWaitIsAnAlarm(
        double? free, double? occupancy, double late, Severity? severity)
    {
        var constraint = new GivenFlow()
            .With(Basildon, BedMeasures.BedsAvailable, free)
            .With(Basildon, BedMeasures.BedOccupancy, occupancy)
            .With(Basildon, EmergencyDepartmentMeasures.OverLongFromDecision, late)
            .Constraints().SingleOrDefault();

        Assert.Equal(severity, constraint?.Severity);
    }

    [Fact]
    public void GivenNoBedFree_WhenPatientsWait_ThenTheyAreAffectedAndOthersHaveRoom()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, BedMeasures.BedsAvailable, -3)
            .With(Basildon, BedMeasures.BedOccupancy, 100.4)
            .With(Basildon, EmergencyDepartmentMeasures.AwaitingBed, 9)
            .With(Basildon, EmergencyDepartmentMeasures.OverLongFromDecision, 2)
            .With(Basildon, DischargeMeasures.DefiniteDischarges, 14)
            .With(Southend, BedMeasures.BedsAvailable, 6)
            .With(WholeSystem, VirtualWardMeasures.VirtualWardAvailable, 12)
            .With(WholeSystem, CommunityMeasures.Free, 1)
            .With(WholeSystem, CommunityMeasures.SlotsUnused, 0)
            .Constraints());

        Assert.Equal(ConstraintKind.WaitingForBed, constraint.Kind);
        Assert.Equal("Basildon: no bed free, 9 wait for one", constraint.Headline);
        Assert.Equal(9, constraint.Patients);
        Assert.Equal(
            ["2 over 12 h from decision", "3 patients more than open beds", "14 definite to leave today"],
            constraint.Behind);
        Assert.Equal("RAJ12:ed.awaiting-bed", constraint.FigureId);
        Assert.Equal(
            ["Southend has 6 beds free", "12 virtual-ward places free", "1 community bed free"],
            constraint.Rooms.Select(room => room.Words));
    }

    [Fact]
    public void GivenBedsTightAndNobodyWaiting_WhenAsked_ThenTheHeadlineSaysHowFull()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, BedMeasures.BedOccupancy, 97.3)
            .With(Basildon, BedMeasures.BedsAvailable, 4)
            .Constraints());

        Assert.Equal("Basildon: 97.3% full", constraint.Headline);
        Assert.Equal(["4 beds free"], constraint.Behind);
        Assert.Equal("RAJ12:beds.available", constraint.FigureId);
    }

    [Fact]
    public void GivenOnlyTheWaitForABedKnown_WhenItIsTooLong_ThenTheHeadlineSaysSo()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, null, BedMeasures.BedsAvailable, BedMeasures.BedOccupancy)
            .With(Basildon, EmergencyDepartmentMeasures.AwaitingBed, 4)
            .With(Basildon, EmergencyDepartmentMeasures.OverLongFromDecision, 2)
            .Constraints());

        Assert.Equal("Basildon: 4 wait for a bed", constraint.Headline);
        Assert.Equal(["2 over 12 h from decision"], constraint.Behind);
    }

    [Theory]
    [InlineData(0.0, 0.0, null)]
    [InlineData(3.0, 10.0, Severity.Watch)] // the standard itself is met
    [InlineData(3.0, 10.1, Severity.Alarm)]
    [InlineData(3.0, null, Severity.Watch)]
    public void GivenLongStays_WhenTheirShareIsPastTheStandard_ThenAlarm(double over, double? share, Severity? severity)
    {
        var constraint = new GivenFlow()
            .With(Basildon, EmergencyDepartmentMeasures.EdOverLong, over)
            .With(Basildon, EmergencyDepartmentMeasures.EdOverLongShare, share)
            .With(Basildon, EmergencyDepartmentMeasures.LongestWait, 1079)
            .Constraints().SingleOrDefault();

        Assert.Equal(severity, constraint?.Severity);
        if (constraint is not null)
        {
            Assert.Equal("Basildon: 3 in ED over 12 h", constraint.Headline);
            Assert.Contains("longest 17 h", constraint.Behind);
        }
    }

    [Fact]
    public void GivenMentalHealthPatientsPastTheirWait_WhenAsked_ThenItIsAnAlarm()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, EmergencyDepartmentMeasures.MentalHealthOver, 3)
            .With(Basildon, EmergencyDepartmentMeasures.MentalHealthWaiting, 5)
            .Constraints());

        Assert.Equal((ConstraintKind.MentalHealthWaits, Severity.Alarm), (constraint.Kind, constraint.Severity));
        Assert.Equal("Basildon: 3 mental health over 24 h", constraint.Headline);
        Assert.Equal(["5 wait for mental health in all"], constraint.Behind);
        Assert.Empty(constraint.Rooms);
    }

    [Theory]
    [InlineData(0.9, null)]
    [InlineData(1.0, "Basildon: 1 discharge behind")]
    [InlineData(12.8, "Basildon: 12 discharges behind")]
    [InlineData(-4.0, null)]
    public void GivenADeficit_WhenAtLeastOneWholePatientIsMissing_ThenDischargesAreBehind(
        double deficit, string? headline) => Assert.Equal(
            headline,
            new GivenFlow().With(Basildon, ThroughputMeasures.Deficit, deficit).Constraints().SingleOrDefault()?.Headline);

    [Fact]
    public void GivenADeficit_WhenAsked_ThenTheOwnerWhoCanUnblockMostComesFirst()
    {
        var constraint = Assert.Single(new GivenFlow()
            .With(Basildon, ThroughputMeasures.Deficit, 12)
            .With(Basildon, DischargeMeasures.DischargesToday, 31)
            .With(Basildon, ThroughputMeasures.TargetByNow, 43)
            .With(Basildon, DischargeMeasures.NoCriteriaToReside, 60)
            .With(Basildon, Owner("EPUT"), 8)
            .With(Basildon, Owner("ESSEX"), 23)
            .With(WholeSystem, CommunityMeasures.SlotsUnused, 2)
            .Constraints());

        Assert.Equal(["31 of 43 left by now", "60 with no criteria to reside"], constraint.Behind);
        Assert.Equal(
            ["Essex council can unblock 23", "2 slots at home free", "Essex Partnership can unblock 8"],
            constraint.Rooms.Select(room => room.Words));
        Assert.Equal("RAJ12:discharge.owner-ESSEX", constraint.Rooms[0].FigureId);
        Assert.Equal(
            ["Unblock discharges", "Take patients", "Unblock discharges"], constraint.Rooms.Select(room => room.Ask));
    }

    [Theory]
    [InlineData(0.0, 5.0, "Frailty: full, 5 wait")]
    [InlineData(1.0, 5.0, null)]
    [InlineData(0.0, 0.0, null)]
    [InlineData(null, 5.0, null)]
    public void GivenAVirtualWardWithoutAPlace_WhenReferralsWait_ThenItIsFull(
        double? places, double referrals, string? headline)
    {
        var constraint = new GivenFlow()
            .With(Frailty, VirtualWardMeasures.VirtualWardAvailable, places)
            .With(Frailty, VirtualWardMeasures.VirtualWardReferrals, referrals)
            .Constraints().SingleOrDefault();

        Assert.Equal(headline, constraint?.Headline);
        Assert.Equal(headline is null ? null : Severity.Watch, constraint?.Severity);
    }

    [Theory]
    [InlineData(20.0, 0.0, 9.0, "All 20 slots at home used, 9 wait")]
    [InlineData(20.0, 1.0, 9.0, null)]
    [InlineData(20.0, 0.0, 0.0, null)]
    [InlineData(0.0, 0.0, 9.0, null)]
    [InlineData(20.0, 0.0, null, null)]
    public void GivenSlots_WhenAllAreUsedAndPatientsWaitOnThatPathway_ThenTheyAreHeldUp(
        double offered, double unused, double? waiting, string? headline) => Assert.Equal(
            headline,
            new GivenFlow()
                .With(WholeSystem, CommunityMeasures.SlotsOffered, offered)
                .With(WholeSystem, CommunityMeasures.SlotsUnused, unused)
                .With(WholeSystem, DelayMeasures.Pathways[DischargePathway.P1], waiting)
                .Constraints().SingleOrDefault()?.Headline);

    private static Measure Owner(string partner) =>
        DelayMeasures.OfOwner(Map.Partners.Single(one => one.Code == partner));
}
