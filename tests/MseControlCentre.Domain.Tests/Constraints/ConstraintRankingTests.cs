using FsCheck;
using FsCheck.Fluent;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Which constraint comes first, whatever the order in which things are said; and from what it is made.</summary>
public sealed class ConstraintRankingTests
{
    [Fact]
    public void Of_WatchesAndAlarms_AlarmsFirstThenPatientMinutesThenPatients()
    {
        var ranked = new GivenFlow()
            // Watch, many minutes.
            .With(Basildon, HandoverMeasures.AmbulancesOverStandard, 9)
            .Showed(Basildon, HandoverMeasures.AmbulancesOverStandard, 9, 9, 9)
            // Alarm, no minutes known.
            .With(Southend, HandoverMeasures.AmbulancesOverStandard, 1)
            .With(Southend, HandoverMeasures.AmbulancesOverMaximum, 1)
            // Watches without minutes: the one with more patients first.
            .With(Basildon, EmergencyDepartmentMeasures.EdOverLong, 2)
            .With(Southend, EmergencyDepartmentMeasures.EdOverLong, 3)
            .Constraints();

        Assert.Equal(
            [("AmbulancesWaiting", Southend), ("AmbulancesWaiting", Basildon), ("LongStays", Southend), ("LongStays", Basildon)],
            ranked.Select(one => (one.Kind.ToString(), one.Scope)));
    }

    [Fact]
    public void Of_SitesWardsAndFeedsInAnyOrder_IsTheSameList()
    {
        var given = new GivenFlow()
            .With(Basildon, HandoverMeasures.AmbulancesOverStandard, 4)
            .With(Southend, HandoverMeasures.AmbulancesOverStandard, 4)
            .With(Basildon, BedMeasures.BedsAvailable, 0)
            .With(Southend, BedMeasures.BedsAvailable, 0);
        var picture = given.Picture();
        var expected = Told(picture, given);

        Assert.Equal(4, expected.Count);
        Assert.All(
            Permutations.Of(picture.Sites),
            sites => Assert.Equal(expected, Told(picture with { Sites = sites }, given)));
        Assert.Equal(expected, Told(picture with { Feeds = [.. picture.Feeds.Reverse()] }, given));
    }

    [Fact]
    public void Of_AnyFiguresOfAnyQuality_NothingIsMadeFromAStaleOne() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue)),
        seed =>
        {
            var given = new GivenFlow();
            var stale = AnyFigures(given.Picture(), seed);
            var unknown = WithoutStale(stale);

            Assert.Equal(Told(unknown, given), Told(stale, given));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyFigures_EveryConstraintFitsItsCardAndItsFigureExists() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue)),
        seed =>
        {
            var given = new GivenFlow();
            var picture = AnyFigures(given.Picture(), seed);

            foreach (var one in RankedConstraints.Of(picture, Map, given.Trail))
            {
                Assert.NotNull(picture.Find(one.FigureId));
                Assert.All(one.Rooms, room => Assert.NotNull(picture.Find(room.FigureId)));
                Assert.DoesNotContain(one.Rooms, room => one.Kind != ConstraintKind.DischargeDeficit && room.Scope == one.Scope && one.Scope != WholeSystem);
                Assert.InRange(one.Behind.Count, 0, Constraint.MostFacts);
                Assert.InRange(one.Rooms.Count, 0, Constraint.MostRooms);
                Assert.InRange(one.Headline.Length, 1, 48);
            }
        }).QuickCheckThrowOnFailure();

    private static List<string> Told(Picture picture, GivenFlow given) =>
    [
        .. RankedConstraints.Of(picture, Map, given.Trail).Select(one =>
            string.Join('|', one.Headline, one.Severity, one.Patients, one.FigureId, string.Join(';', one.Behind),
                string.Join(';', one.Rooms.Select(room => room.Words)))),
    ];

    /// <summary>Small numbers of any quality, the same for the same seed.</summary>
    private static Picture AnyFigures(Picture picture, int seed)
    {
        var next = (uint)seed;
        return Each(picture, figure =>
        {
            next = (next * 1664525) + 1013904223;
            var quality = (FigureQuality)((next >> 8) % 5);
            return figure with
            {
                Quality = quality,
                Value = quality is FigureQuality.Unknown ? null : (int)((next >> 16) % 120) - 10,
            };
        });
    }

    private static Picture WithoutStale(Picture picture) => Each(picture, figure =>
        figure.Quality is FigureQuality.Stale ? figure with { Quality = FigureQuality.Unknown, Value = null } : figure);

    private static Picture Each(Picture picture, Func<Figure, Figure> change) => picture with
    {
        Figures = new FigureSet([.. picture.Figures.Select(change)]),
        Sites = [.. picture.Sites.Select(site => site with { Figures = new FigureSet([.. site.Figures.Select(change)]) })],
        VirtualWards =
            [.. picture.VirtualWards.Select(ward => ward with { Figures = new FigureSet([.. ward.Figures.Select(change)]) })],
    };
}
