using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>Arranges the figures of a picture into tables.</summary>
/// <param name="picture">The picture.</param>
/// <param name="standards">The standards of the network file.</param>
/// <param name="local">Local time of the system.</param>
internal sealed class FigureGrids(Picture picture, IReadOnlyList<Standard> standards, LocalTime local)
{
    /// <summary>A table of each area: its measures down, the system and its sites across.</summary>
    public IEnumerable<FigureGrid> ByArea(string? area, string? site)
    {
        var scopes = new[] { (Code: picture.NetworkCode, Name: "System", picture.Figures) }
            .Concat(picture.Sites.Select(one => (one.Code, one.Name, one.Figures)))
            .Where(scope => site is null || Same(scope.Code, site))
            .ToList();
        var measures = MeasuresOf(scopes.Select(scope => scope.Figures));
        foreach (var code in MeasureAreas.InOrder(measures.Select(measure => MeasureAreas.Of(measure.Id))))
        {
            if (area is null || Same(area, code))
            {
                yield return Across(
                    code,
                    MeasureAreas.Name(code),
                    [.. measures.Where(measure => Same(MeasureAreas.Of(measure.Id), code))],
                    [.. scopes.Select(scope => (scope.Name, scope.Figures))]);
            }
        }
    }

    /// <summary>Tables of what is no site: wards, virtual wards, community units, partners.</summary>
    public IEnumerable<FigureGrid> OfParts(string? area, string? site)
    {
        var parts = new List<(string Id, string Title, string First, IEnumerable<(string, FigureSet)> Scopes)>();
        parts.AddRange(picture.Sites.Where(one => site is not null && Same(one.Code, site)).Select(one => (
            "wards", $"Wards of {one.Name}", "Ward", one.Wards.Select(ward => (ward.Name, ward.Figures)))));
        if (site is null || Same(site, picture.NetworkCode))
        {
            parts.Add((
                "each-virtual-ward", "Each virtual ward", "Virtual ward",
                picture.VirtualWards.Select(ward => (ward.Name, ward.Figures))));
            parts.Add((
                "each-unit", "Each community unit", "Unit",
                picture.CommunityUnits.Select(unit => (unit.Name, unit.Figures))));
            parts.Add((
                "each-partner", "Each partner", "Partner",
                picture.Partners.Select(partner => (partner.Name, partner.Figures))));
        }

        return parts
            .Select(part => Down(part.Id, part.Title, part.First, area, [.. part.Scopes]))
            .Where(grid => grid.Rows.Count > 0);
    }

    private FigureGrid Across(
        string id, string title, List<Measure> measures, List<(string Name, FigureSet Figures)> scopes) => new(
            id,
            title,
            "Figure",
            [.. scopes.Select(scope => scope.Name)],
            [.. measures.Select(measure => new FigureGridRow(
                measure.Name, NoteOf(measure), [.. scopes.Select(scope => CellOf(scope.Figures.Find(measure.Id)))]))]);

    private FigureGrid Down(
        string id, string title, string first, string? area, List<(string Name, FigureSet Figures)> scopes)
    {
        var measures = MeasuresOf(scopes.Select(scope => scope.Figures))
            .Where(measure => area is null || Same(MeasureAreas.Of(measure.Id), area))
            .ToList();
        return new FigureGrid(
            id,
            title,
            first,
            [.. measures.Select(measure => $"{measure.Name} ({measure.Unit})")],
            [.. scopes
                .Where(scope => measures.Exists(measure => scope.Figures.Find(measure.Id) is not null))
                .Select(scope => new FigureGridRow(
                    scope.Name, null, [.. measures.Select(measure => CellOf(scope.Figures.Find(measure.Id)))]))]);
    }

    private FigureGridCell? CellOf(Figure? figure) => figure is null ? null : new FigureGridCell(
        FigureText.Of(figure),
        figure.Quality is FigureQuality.Unknown ? null : TrustNote.On([figure], picture.Feeds, local),
        HeldStandard.Of(figure, standards),
        figure.CountedSince is { } since && figure.Value is not null ? local.Clock(since) : null);

    private string NoteOf(Measure measure) => string.Join(" · ", standards
        .Where(standard => Same(standard.Measure, measure.Id))
        .Select(standard => FormattableString.Invariant(
            $"{(standard.Direction is StandardDirection.AtLeast ? "at least" : "at most")} ")
            + FigureText.WithUnit(standard.Level.Value, standard.Level.Unit))
        .Prepend(measure.Unit));

    private static List<Measure> MeasuresOf(IEnumerable<FigureSet> sets) =>
    [
        .. sets.SelectMany(set => set)
            .Select(figure => figure.Measure)
            .DistinctBy(measure => measure.Id, StringComparer.Ordinal),
    ];

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
