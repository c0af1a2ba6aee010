using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Api;

/// <summary>A figure and what its measure means.</summary>
/// <param name="Figure">The figure now.</param>
/// <param name="Definition">What is counted, from which clock.</param>
/// <param name="Basis">Source of the definition.</param>
/// <param name="Clock">The clock it is counted by; empty for a count of now.</param>
/// <param name="Better">Which way is better: neither, lower or higher.</param>
/// <param name="Standards">The standards of the network file it is held against.</param>
public sealed record FigureDefinition(
    FigureRow Figure,
    string Definition,
    string Basis,
    string Clock,
    Better Better,
    IReadOnlyList<StandardRow> Standards)
{
    /// <summary>Defines a figure.</summary>
    public static FigureDefinition Of(Figure figure, IReadOnlyList<Standard> standards)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var measure = figure.Measure;
        return new FigureDefinition(
            FigureRow.From(figure),
            measure.Definition,
            measure.Basis,
            measure.Clock,
            measure.Better,
            [.. HeldStandard.Of(figure, standards).Select(StandardRow.From)]);
    }
}

/// <summary>A standard that a figure is held against.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Direction">Which side meets it: atMost or atLeast; the level itself does.</param>
/// <param name="Level">The level.</param>
/// <param name="Unit">Unit of the level.</param>
/// <param name="Basis">The national source, or <c>locally agreed</c>.</param>
/// <param name="SetBy">Who agreed it, when locally agreed.</param>
/// <param name="SetOn">When, when locally agreed.</param>
/// <param name="Met">Whether the figure meets it; null while it is not known or no longer describes now.</param>
public sealed record StandardRow(
    string Name,
    StandardDirection Direction,
    double Level,
    string Unit,
    string Basis,
    string? SetBy,
    DateOnly? SetOn,
    bool? Met)
{
    /// <summary>Writes a standard.</summary>
    public static StandardRow From(HeldStandard held)
    {
        ArgumentNullException.ThrowIfNull(held);
        var (standard, met) = held;
        var level = standard.Level;
        return new StandardRow(
            standard.Name, standard.Direction, level.Value, level.Unit, level.Basis, level.SetBy, level.SetOn, met);
    }
}
