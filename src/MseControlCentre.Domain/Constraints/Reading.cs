using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>The figures of one scope at one instant, as far as they were known and current then.</summary>
/// <param name="valueOf">The value of a measure; null when it is not known, no longer current, or not there.</param>
internal sealed class Reading(Func<Measure, double?> valueOf)
{
    /// <summary>The value of a measure; null when it is not known or no longer current.</summary>
    public double? this[Measure measure] => valueOf(measure);

    /// <summary>What a picture tells of a scope.</summary>
    public static Reading Of(FigureSet figures) =>
        new(measure => figures.Find(measure.Id) is { } figure ? Current(figure.Value, figure.Quality) : null);

    /// <summary>A value, unless it describes no more what was so.</summary>
    public static double? Current(double? value, FigureQuality quality) =>
        quality is FigureQuality.Unknown or FigureQuality.Stale ? null : value;
}

/// <summary>Whether something holds flow up.</summary>
internal enum Holding
{
    /// <summary>The figures do not tell.</summary>
    NotKnown,

    /// <summary>It does not.</summary>
    No,

    /// <summary>A limit is passed.</summary>
    Watch,

    /// <summary>The worst limit is passed, or nothing is left.</summary>
    Alarm,
}
