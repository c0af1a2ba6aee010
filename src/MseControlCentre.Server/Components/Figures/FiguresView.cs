namespace MseControlCentre.Server.Components.Figures;

/// <summary>Every figure, or those of an area or a site.</summary>
/// <param name="Areas">The areas that can be chosen, by code and name.</param>
/// <param name="Sites">The system and its sites, by code and name.</param>
/// <param name="Grids">The tables.</param>
/// <param name="Figures">How many figures they hold.</param>
/// <param name="Unknown">How many of these are not known.</param>
public sealed record FiguresView(
    IReadOnlyList<(string Code, string Name)> Areas,
    IReadOnlyList<(string Code, string Name)> Sites,
    IReadOnlyList<FigureGrid> Grids,
    int Figures,
    int Unknown);
