using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Who has room, asked for a place at which no limit may be passed.</summary>
public sealed class RoomFinderScenarios
{
    [Fact]
    public void GivenNoLimitPassed_WhenAskedForAmbulances_ThenOtherDepartmentsWithSpaceAreNamed()
    {
        var given = new GivenFlow().With(Southend, EmergencyDepartmentMeasures.MajorsResusOccupancy, 60);

        Assert.Empty(given.Constraints());
        Assert.Equal(
            ["Southend has 4 majors spaces free"], For(given, ConstraintKind.AmbulancesWaiting, Basildon));
        Assert.Equal(
            ["Southend has 4 majors spaces free"], For(given, ConstraintKind.AmbulancesWaiting, WholeSystem));
        Assert.Empty(For(given, ConstraintKind.AmbulancesWaiting, Southend));
        Assert.Empty(For(
            given.With(Southend, HandoverMeasures.AmbulancesOverStandard, 1),
            ConstraintKind.AmbulancesWaiting,
            Basildon));
    }

    [Fact]
    public void GivenNoLimitPassed_WhenAskedForBeds_ThenOtherSitesAndPlacesOutsideHospitalAreNamed()
    {
        var given = new GivenFlow()
            .With(WholeSystem, VirtualWardMeasures.VirtualWardAvailable, 12)
            .With(WholeSystem, CommunityMeasures.Free, 2);

        Assert.Equal(
            ["Southend has 1 bed free", "12 virtual-ward places free", "2 community beds free"],
            For(given, ConstraintKind.WaitingForBed, Basildon));
        Assert.Equal(
            ["Southend has 1 bed free", "Basildon has 1 bed free"],
            For(given, ConstraintKind.WaitingForBed, WholeSystem).Take(2));
    }

    [Fact]
    public void GivenFiguresNoLongerCurrent_WhenAsked_ThenNobodyIsNamed()
    {
        var given = new GivenFlow()
            .With(Southend, BedMeasures.BedsAvailable, 6, FigureQuality.Stale)
            .With(Southend, EmergencyDepartmentMeasures.MajorsResusOccupancy, 60, FigureQuality.Stale)
            .With(Frailty, VirtualWardMeasures.VirtualWardAvailable, 3, FigureQuality.Stale);

        Assert.Empty(For(given, ConstraintKind.WaitingForBed, Basildon));
        Assert.Empty(For(given, ConstraintKind.AmbulancesWaiting, Basildon));
        Assert.Empty(For(given, ConstraintKind.VirtualWardFull, WholeSystem));
    }

    [Fact]
    public void GivenAPlaceOnAVirtualWard_WhenAskedForTheWholeSystem_ThenTheWardIsNamed() => Assert.Equal(
        ["Frailty has 1 place free"], For(new GivenFlow(), ConstraintKind.VirtualWardFull, WholeSystem));

    [Theory]
    [InlineData(ConstraintKind.MentalHealthWaits)]
    [InlineData(ConstraintKind.NotKnown)]
    public void GivenSomethingThatNoRoomHelps_WhenAsked_ThenNobodyIsNamed(ConstraintKind kind) =>
        Assert.Empty(For(new GivenFlow(), kind, Basildon));

    private static IReadOnlyList<string> For(GivenFlow given, ConstraintKind kind, string scope) =>
        [.. RoomFinder.For(kind, scope, given.Picture(), Map).Select(room => room.Words)];
}
