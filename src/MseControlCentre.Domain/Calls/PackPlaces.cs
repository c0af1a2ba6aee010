using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Calls;

/// <summary>How the system, its sites and its virtual wards stand in a pack.</summary>
internal static class PackPlaces
{
    private static readonly PackValue s_unknown = new(null, FigureQuality.Unknown);

    /// <summary>The system first, then its sites in the order of the network file.</summary>
    public static IReadOnlyList<PackPlace> Of(PackFacts facts, Picture? then)
    {
        var now = facts.Picture;
        return
        [
            new PackPlace(
                now.NetworkCode,
                now.NetworkName,
                OpelOf(now.Opel.Calculated?.MeasuredTotal, now.Opel.Declared, then?.Opel.Calculated?.MeasuredTotal),
                Standing(now.Figures, then?.Figures),
                facts.Flow[now.NetworkCode],
                Ahead(now.Figures)),
            .. now.Sites.Select(site => Of(site, Find(then, site.Code), facts)),
        ];
    }

    /// <summary>A virtual ward.</summary>
    public static PackVirtualWard Of(VirtualWardPicture ward)
    {
        return new PackVirtualWard(
            ward.Code,
            ward.Name,
            Value(VirtualWardMeasures.VirtualWardCapacity),
            Value(VirtualWardMeasures.VirtualWardOccupied),
            Value(VirtualWardMeasures.VirtualWardAvailable),
            Value(VirtualWardMeasures.VirtualWardReferrals));

        PackValue Value(Measure measure) => ValueOf(ward.Figures.Find(measure.Id));
    }

    private static PackPlace Of(SitePicture now, SitePicture? then, PackFacts facts) => new(
        now.Code,
        now.Name,
        OpelOf(now.Opel.Calculated?.MeasuredTotal, now.Opel.Declared, then?.Opel.Calculated?.MeasuredTotal),
        Standing(now.Figures, then?.Figures),
        facts.Flow[now.Code],
        Ahead(now.Figures));

    // A declaration that has expired is not in force.
    private static PackOpel OpelOf(OpelTotal? total, OpelStatement? told, OpelTotal? then)
    {
        var declared = told?.Quality is FigureQuality.Stale ? null : told;
        return new PackOpel(
            total?.Level,
            (double?)total?.Points,
            declared?.Level,
            declared?.DeclaredBy ?? declared?.Source,
            declared?.DeclaredAt,
            declared?.Reason,
            then?.Level,
            total is { IsProvisional: true } ? total.LeastLevel : null);
    }

    private static IReadOnlyList<PackStanding> Standing(FigureSet now, FigureSet? then) =>
    [
        .. PackLines.Standing
            .Select(measure => now.Find(measure.Id))
            .OfType<Figure>()
            .Select(figure => new PackStanding(
                figure.Id,
                figure.Measure.Name,
                figure.Measure.Unit,
                figure.Measure.Better,
                ValueOf(figure),
                ValueOf(then?.Find(figure.Measure.Id)))),
    ];

    private static IReadOnlyList<PackAhead> Ahead(FigureSet now) =>
    [
        .. PackLines.Ahead
            .Select(line => (line.Basis, Figure: now.Find(line.Measure.Id)))
            .Where(line => line.Figure is not null)
            .Select(line => new PackAhead(
                line.Figure!.Id,
                line.Figure.Measure.Name,
                line.Figure.Measure.Unit,
                line.Figure.Measure.Better,
                ValueOf(line.Figure),
                line.Basis(line.Figure))),
    ];

    private static PackValue ValueOf(Figure? figure) =>
        figure is null ? s_unknown : new PackValue(figure.Value, figure.Quality, figure.CountedSince);

    private static SitePicture? Find(Picture? then, string code) =>
        then?.Sites.FirstOrDefault(site => string.Equals(site.Code, code, StringComparison.Ordinal));
}
