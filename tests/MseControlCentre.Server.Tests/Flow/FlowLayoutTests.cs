using MseControlCentre.Server.Components.Flow;
using MseControlCentre.Server.Components.Flow.Geometry;

namespace MseControlCentre.Server.Tests.Flow;

/// <summary>Where the map draws its places and labels, for systems of several sizes.</summary>
public sealed class FlowLayoutTests
{
    private static readonly string[] s_names =
        ["Basildon", "Broomfield", "Southend", "Princess Alexandra", "Colchester", "Ipswich"];

    public static TheoryData<int, int> Networks => new()
    {
        { 1, 1 }, { 2, 0 }, { 2, 4 }, { 3, 4 }, { 4, 6 }, { 5, 12 }, { 6, 20 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Labels_OfAnyNetwork_LieOnNoOtherAndOnNoPlace(int sites, int virtualWards)
    {
        var layout = LayoutOf(sites, virtualWards);
        (string What, Box Box)[] texts =
        [
            .. layout.Places.Select(place => (place.Key, place.Value)),
            .. layout.Frames.Select((frame, index) => ($"name of site {index}", frame.Title)),
            .. layout.Routes.SelectMany(route => route.Value.Labels.Select(label => (route.Key, label))),
        ];

        var overlaps =
            from first in texts.Index()
            from second in texts.Skip(first.Index + 1)
            where first.Item.Box.Overlaps(second.Box)
            select $"{first.Item.What} {first.Item.Box} and {second.What} {second.Box}";

        Assert.Empty(overlaps);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Everything_OfAnyNetwork_LiesWithinTheDrawing(int sites, int virtualWards)
    {
        var layout = LayoutOf(sites, virtualWards);
        var drawing = new Box(0, 0, layout.Width, layout.Height);

        Assert.All(layout.Places, place => Assert.True(drawing.Holds(place.Value), place.Key));
        Assert.All(
            layout.Routes, route => Assert.All(route.Value.Labels, label => Assert.True(drawing.Holds(label), route.Key)));
    }

    [Fact]
    public void Places_OfTheShippedNetwork_StandInTheOrderInWhichPeoplePassThem()
    {
        var places = LayoutOf(3, 4).Places;

        Assert.True(places[FlowIds.Ambulance].Right < places[FlowIds.Department("S0")].X);
        Assert.True(places[FlowIds.Department("S0")].Right < places[FlowIds.Assessment("S0")].X);
        Assert.True(places[FlowIds.Assessment("S0")].Right < places[FlowIds.Wards("S0")].X);
        Assert.True(places[FlowIds.Wards("S0")].Right < places[FlowIds.Home].X);
        Assert.True(places[FlowIds.Department("S0")].Bottom < places[FlowIds.Department("S1")].Y);
    }

    [Fact]
    public void Drawing_OfTheShippedNetwork_IsAsWideAsAScreenIs()
    {
        var layout = LayoutOf(3, 4);

        Assert.InRange(layout.Width / layout.Height, 1.9, 2.6);
    }

    [Theory]
    [InlineData(new[] { 6.0, 3, 0 }, new[] { 24.0, 24, 38 }, 4)] // 24 for 6: four for each
    [InlineData(new[] { 7.0, 3, 0 }, new[] { 24.0, 24, 38 }, 3)] // 24 for 7 is 3.4: the step below
    [InlineData(new[] { 38.0, 1 }, new[] { 38.0, 24 }, 1)]
    [InlineData(new[] { 0.0 }, new[] { 24.0 }, 4)] // nobody moved
    [InlineData(new[] { 1000.0 }, new[] { 24.0 }, 0.1)] // more than any step holds: the smallest
    public void Scale_OfMovement_IsTheLargestStepAtWhichEveryLinkKeepsToItsRoom(
        double[] patients, double[] rooms, double perPatient) =>
        Assert.Equal(perPatient, FlowScale.Of(patients.Zip(rooms)).PerPatient);

    [Fact]
    public void Width_OfALink_IsInProportionAndNobodyIsAHairline()
    {
        var scale = new FlowScale(3);

        Assert.Equal(30, scale.WidthOf(10));
        Assert.Equal(3, scale.WidthOf(1));
        Assert.Equal(FlowScale.Hairline, scale.WidthOf(0));
        Assert.Equal(FlowScale.Hairline, scale.WidthOf(null));
    }

    private static FlowLayout LayoutOf(int sites, int virtualWards) => FlowLayout.Of(
        [.. Enumerable.Range(0, sites).Select(index => ($"S{index}", s_names[index]))], virtualWards);
}
