using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Tests.Live;

public sealed class TrailUpToTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Trail_AsItWas_EndsAtThatTimeAndReachesAsFarBackFromIt()
    {
        var at = s_now.AddMinutes(-20);

        var points = new TrailUpTo(new EveryFiveMinutes(), at, s_now).Of("RAJ12:ed.in-department", TimeSpan.FromMinutes(10));

        Assert.Equal([at.AddMinutes(-10), at.AddMinutes(-5), at], points.Select(point => point.At));
    }

    private sealed class EveryFiveMinutes : IFigureTrail
    {
        public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back) =>
        [
            .. Enumerable.Range(0, 100)
                .Select(step => new TrailPoint(s_now.AddMinutes(-5 * step), step, FigureQuality.Live))
                .Where(point => point.At >= s_now - back)
                .Reverse(),
        ];
    }
}
