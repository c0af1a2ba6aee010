using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>One value as it stands on the page.</summary>
/// <param name="Text">The value; a dash when it is not known.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="Link">Where it leads: to what is behind it, at the instant that the pack is of.</param>
/// <param name="Note">What must be known of it; null when nothing must.</param>
/// <param name="Change">How it moved; null when that is not known, or not asked.</param>
/// <param name="Night">How much of it overnight, in words; null when that is not asked.</param>
public sealed record PackCell(
    string Text,
    FigureQuality Quality,
    string Link,
    string? Note,
    PackChange? Change = null,
    string? Night = null);

/// <summary>Writes the cells of one pack.</summary>
/// <param name="pack">The pack.</param>
/// <param name="context">Names and times.</param>
/// <param name="isKept">Whether it is of a past instant.</param>
internal sealed class PackCells(CallPack pack, CallsContext context, bool isKept)
{
    public PackLine Of(PackStanding standing) => Line(
        standing.Figure, standing.Name, standing.Unit, null,
        Now(standing) with
        {
            Change = PackChange.Of(standing.Now, standing.Then, standing.Better, standing.Unit),
        });

    public PackLine Of(PackFlow flow) => Line(
        flow.Figure, flow.Name, flow.Unit, null,
        Cell(flow.Figure, flow.Since, flow.Unit) with { Night = PackText.Of(flow.Night, flow.Unit) + " overnight" });

    public PackLine Of(PackAhead ahead) => Line(
        ahead.Figure, ahead.Name, ahead.Unit, ahead.Basis, Cell(ahead.Figure, ahead.Value, ahead.Unit));

    /// <summary>A value and where it leads.</summary>
    public PackCell Cell(string figure, PackValue value, string unit) => new(
        PackText.Of(value, unit),
        PackText.Known(value) is null ? FigureQuality.Unknown : value.Quality,
        LinkOf(figure),
        PackText.Note(value, context, pack.At));

    /// <summary>The page of a figure, at the instant of the pack when that is past.</summary>
    public string LinkOf(string figure) => isKept
        ? $"{FigurePath.Of(figure)}?at={Uri.EscapeDataString(context.Local.Written(pack.At))}"
        : FigurePath.Of(figure);

    private PackCell Now(PackStanding standing)
    {
        var cell = Cell(standing.Figure, standing.Now, standing.Unit);
        return PackText.IsNone(pack.Places.SelectMany(place => place.Standing), standing, one => one.Now)
            ? cell with { Text = PackText.None, Quality = FigureQuality.Live, Note = null }
            : cell;
    }

    private static PackLine Line(string figure, string name, string unit, string? basis, PackCell cell) =>
        new(figure[(figure.IndexOf(':', StringComparison.Ordinal) + 1)..], name, unit, basis, cell);
}
