namespace MseControlCentre.Domain.Pictures;

/// <summary>Which figures are wanted of each kind of place.</summary>
/// <param name="System">Of the system.</param>
/// <param name="Sites">Of each site.</param>
/// <param name="VirtualWards">Of each virtual ward.</param>
public sealed record PlaceMeasures(
    IReadOnlyList<Measure> System, IReadOnlyList<Measure> Sites, IReadOnlyList<Measure> VirtualWards);
