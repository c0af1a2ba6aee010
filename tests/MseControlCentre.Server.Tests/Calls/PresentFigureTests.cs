using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Calls;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>On the screens of a call, what is no longer current never looks like what is so now.</summary>
public sealed class PresentFigureTests
{
    [Theory]
    [InlineData(FigureQuality.Live, false, null)]
    [InlineData(FigureQuality.Late, false, "late")]
    [InlineData(FigureQuality.Declared, false, "declared")]
    [InlineData(FigureQuality.Stale, true, "no longer current")]
    [InlineData(FigureQuality.Unknown, false, "not known")]
    public void Of_AValue_SaysHowFarItCanBeTrusted(FigureQuality quality, bool isOld, string? doubt)
    {
        var figure = Of(new PackValue(quality is FigureQuality.Unknown ? null : 92, quality));

        Assert.Equal((isOld, doubt), (figure.IsOld, figure.Doubt));
        Assert.Equal(quality is FigureQuality.Unknown ? "–" : "92", figure.Now);
    }

    [Fact]
    public void Of_AValueThatIsNoLongerCurrent_IsNeitherBetterNorWorseThanThen()
    {
        var figure = Of(new PackValue(92, FigureQuality.Stale));

        Assert.Equal((null, (bool?)null), (figure.Change, figure.IsWorse));
    }

    private static PresentFigure Of(PackValue now)
    {
        var standing = new PackStanding(
            "RAJ12:ed.in-department", "In ED", "patients", Better.Lower, now, new PackValue(67, FigureQuality.Live));
        return Assert.Single(PresentFigure.Of(
            new PackPlace("RAJ12", "Basildon", new PackOpel(null, null, null), [standing], [], [])));
    }
}
