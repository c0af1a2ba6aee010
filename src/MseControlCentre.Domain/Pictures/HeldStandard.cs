using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures;

/// <summary>A standard that a figure is held against.</summary>
/// <param name="Standard">The standard of the network file.</param>
/// <param name="Met">
/// Whether the figure meets it; null while the figure is not known or no longer describes now.
/// </param>
public sealed record HeldStandard(Standard Standard, bool? Met)
{
    /// <summary>The standards that a figure is held against, in the order of the network file.</summary>
    public static IReadOnlyList<HeldStandard> Of(Figure figure, IReadOnlyList<Standard> standards)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(standards);
        var current = figure.Quality is FigureQuality.Stale ? null : figure.Value;
        List<HeldStandard>? held = null;
        foreach (var standard in standards)
        {
            if (string.Equals(standard.Measure, figure.Measure.Id, StringComparison.Ordinal))
            {
                (held ??= []).Add(new HeldStandard(standard, current is { } value ? standard.IsMetBy(value) : null));
            }
        }

        return held ?? (IReadOnlyList<HeldStandard>)[];
    }
}
