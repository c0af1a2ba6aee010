using System.Text.Json;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Constraints.GivenFlow;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Which figures constraints are followed by, and that they can be had without the rest of a picture.</summary>
public sealed class FollowedFiguresTests
{
    [Fact]
    public void Followed_WhenEverythingIsHeldUp_IsWhatIsReadFromTheTrail()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var flow = new GivenFlow()
            .With(Basildon, 1, HandoverMeasures.AmbulancesOverStandard, EmergencyDepartmentMeasures.EdOverLong,
                EmergencyDepartmentMeasures.AwaitingBed, EmergencyDepartmentMeasures.MentalHealthOver,
                EmergencyDepartmentMeasures.OverLongFromDecision, CohortMeasures.DivertsInForce,
                ThroughputMeasures.Deficit)
            .With(WholeSystem, 40, EmergencyCallMeasures.CallsWaiting, Category2Mean,
                DelayMeasures.Pathways[DischargePathway.P1], CommunityMeasures.SlotsOffered)
            .With(WholeSystem, 0, CommunityMeasures.SlotsUnused)
            .With(Frailty, 0, VirtualWardMeasures.VirtualWardAvailable)
            .With(Frailty, 2, VirtualWardMeasures.VirtualWardReferrals);

        foreach (var value in (double?[])[null, 0, 1, 100])
        {
            RankedConstraints.Of(flow.Picture(), Map, new AskedTrail(asked, value));
        }

        var followed = RankedConstraints.Followed;
        Assert.Equal(
            followed.System.Select(measure => $"{WholeSystem}:{measure.Id}")
                .Concat(followed.Sites.Select(measure => $"{Basildon}:{measure.Id}"))
                .Concat(followed.VirtualWards.Select(measure => $"{Frailty}:{measure.Id}"))
                .Order(StringComparer.Ordinal),
            asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PlacesAt_OfAFullSystem_AreTheFiguresOfThePicture()
    {
        var file = File.ReadAllBytes(Repository.NetworkFile);
        var at = Board.Time("14:00");
        var board = new Board { RecordedAt = at.AddDays(-40) };
        board.Tell(TestNetwork.Adoption() with
        {
            MessageId = "mse",
            Detail = new NetworkAdopted("4", JsonElement.Parse(file)),
        });
        board.TellAsTheyHappen(new FullSystem(NetworkFile.Read(file).Map!, at).Events());

        var picture = board.Centre.PictureAt(at);
        var places = board.Centre.PlacesAt(at, RankedConstraints.Followed);

        Assert.Equal(1 + picture.Sites.Count + picture.VirtualWards.Count, places.Count);
        var figures = places.Values.SelectMany(place => place).ToList();
        Assert.All(figures, figure => Assert.Equal(picture.Find(figure.Id), figure));
        var followed = RankedConstraints.Followed;
        Assert.All(followed.System, measure => Assert.NotNull(places[picture.NetworkCode].Find(measure.Id)));
        Assert.All(picture.Sites, site => Assert.All(
            followed.Sites, measure => Assert.NotNull(places[site.Code].Find(measure.Id))));
        Assert.All(picture.VirtualWards, ward => Assert.All(
            followed.VirtualWards, measure => Assert.NotNull(places[ward.Code].Find(measure.Id))));
    }

    private sealed class AskedTrail(HashSet<string> asked, double? value) : IFigureTrail
    {
        public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back)
        {
            asked.Add(figureId);
            return
            [
                .. Enumerable.Range(0, 13).Select(step => new TrailPoint(
                    Board.Time("11:00").AddMinutes(5 * step),
                    value,
                    value is null ? FigureQuality.Unknown : FigureQuality.Live)),
            ];
        }
    }
}
