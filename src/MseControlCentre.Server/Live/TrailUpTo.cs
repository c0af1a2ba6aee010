using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>A trail as it was at an earlier time: without what was shown after it.</summary>
/// <param name="trail">The whole trail.</param>
/// <param name="at">The time.</param>
/// <param name="now">The time up to which the whole trail reaches.</param>
internal sealed class TrailUpTo(IFigureTrail trail, DateTimeOffset at, DateTimeOffset now) : IFigureTrail
{
    public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back) =>
        [.. trail.Of(figureId, back + (now - at)).Where(point => point.At <= at && point.At >= at - back)];
}
