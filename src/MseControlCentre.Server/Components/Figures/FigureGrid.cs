using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>A table of figures.</summary>
/// <param name="Id">Identity of its place on the page.</param>
/// <param name="Title">What it is about.</param>
/// <param name="First">Head of the first column.</param>
/// <param name="Columns">Heads of the other columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record FigureGrid(
    string Id, string Title, string First, IReadOnlyList<string> Columns, IReadOnlyList<FigureGridRow> Rows);

/// <summary>A row of a table of figures.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Note">Its unit and the standards it is held against, in a few words; null for none.</param>
/// <param name="Cells">Its figures, one for each column; null where the column has no such figure.</param>
public sealed record FigureGridRow(string Name, string? Note, IReadOnlyList<FigureGridCell?> Cells);

/// <summary>One figure of a table.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Note">Why it cannot be taken as live; null when it can, or when its own page says more.</param>
/// <param name="Standards">The standards it is held against.</param>
/// <param name="CountedSince">Since when a figure of the day is counted, if later than midnight, as local time.</param>
public sealed record FigureGridCell(
    FigureView Figure, TrustNote? Note, IReadOnlyList<HeldStandard> Standards, string? CountedSince)
{
    /// <summary>Whether its standards are met, in words; null without a standard or a value.</summary>
    public string? StandardText
    {
        get
        {
            var held = Standards.Where(standard => standard.Met is not null).ToList();
            var met = held.Count(standard => standard.Met is true);
            return held.Count == 0 ? null
                : met == held.Count ? "met"
                : met == 0 ? "not met"
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{met} of {held.Count} met");
        }
    }

    /// <summary>Whether some standard is not met.</summary>
    public bool IsBelow => Standards.Any(standard => standard.Met is false);
}
