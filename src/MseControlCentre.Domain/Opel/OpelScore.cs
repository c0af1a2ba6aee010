using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Opel;

/// <summary>A total and the level it makes. While something is missing it is provisional, and never too low.</summary>
/// <param name="Points">
/// The total. What is missing counts with the most points it could have, so that no level falls because data went
/// missing.
/// </param>
/// <param name="Level">The level of the total, 1 to 4: the highest that it can be.</param>
/// <param name="LeastPoints">The total with the fewest points for what is missing.</param>
/// <param name="LeastLevel">The level of that: the lowest that it can be.</param>
/// <param name="IsProvisional">Whether anything is missing, or stale and counted with its last value.</param>
/// <param name="ToRaise">The level rises when the total rises by more than this; null at level 4.</param>
/// <param name="ToLower">The level falls when the total falls by this much; null at level 1.</param>
public sealed record OpelTotal(
    decimal Points,
    int Level,
    decimal LeastPoints,
    int LeastLevel,
    bool IsProvisional,
    decimal? ToRaise,
    decimal? ToLower)
{
    /// <summary>Places that totals are kept to; a mean of sites may have more.</summary>
    private const int Decimals = 6;

    internal static OpelTotal Of(OpelLevels levels, decimal points, decimal least, bool isProvisional)
    {
        points = Math.Round(points, Decimals, MidpointRounding.AwayFromZero);
        least = Math.Round(least, Decimals, MidpointRounding.AwayFromZero);
        var level = levels.Of(points);
        return new OpelTotal(
            points,
            level,
            least,
            levels.Of(least),
            isProvisional,
            level < levels.Bands.Count ? levels.UpTo(level) - points : null,
            level > 1 ? points - levels.UpTo(level - 1) : null);
    }
}

/// <summary>On which side of a value a change lies.</summary>
public enum OpelSide
{
    /// <summary>At any greater value, not at the value itself.</summary>
    Above,

    /// <summary>At the value and below.</summary>
    UpTo,
}

/// <summary>A value at which the level would be another, everything else being as it is.</summary>
/// <param name="Level">The level it would be.</param>
/// <param name="Value">The nearest value, in the parameter's unit, or a site's total.</param>
/// <param name="Side">On which side of it.</param>
public sealed record OpelTurn(int Level, double Value, OpelSide Side);

/// <summary>One parameter, scored.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value; null when it is missing.</param>
/// <param name="Quality">How far the value can be trusted.</param>
/// <param name="Source">Feeds behind it, or who declared it.</param>
/// <param name="AsOf">When the newest event behind it was recorded.</param>
/// <param name="Band">
/// Number of the band that holds the value, from 0; when missing, the one with the most points.
/// </param>
/// <param name="Raises">What would raise the level; null when this parameter alone cannot.</param>
/// <param name="Lowers">What would lower the level; null when this parameter alone cannot.</param>
public sealed record OpelParameterScore(
    OpelParameter Parameter,
    double? Value,
    FigureQuality Quality,
    string Source,
    DateTimeOffset? AsOf,
    int Band,
    OpelTurn? Raises = null,
    OpelTurn? Lowers = null)
{
    /// <summary>Whether the value is not known.</summary>
    public bool IsMissing => Value is null;

    /// <summary>Whether a feed or a declaration tells of it now.</summary>
    public bool IsMeasured => !IsMissing && Quality is FigureQuality.Live or FigureQuality.Late;

    /// <summary>Whether it makes the level provisional: missing or stale.</summary>
    public bool IsInDoubt => IsMissing || Quality == FigureQuality.Stale;

    /// <summary>Points of its band, before the weight.</summary>
    public decimal Points => Parameter.Scoring.Bands[Band].Points;

    /// <summary>What it adds to the total.</summary>
    public decimal WeightedPoints => Parameter.Scoring.PointsIn(Band);
}

/// <summary>A site, scored.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Rules">The rule set.</param>
/// <param name="Total">Its total; null when no parameter is known.</param>
/// <param name="Parameters">Every parameter, in the order of the rule set.</param>
public sealed record OpelSiteScore(
    string Site, OpelRuleSet Rules, OpelTotal? Total, IReadOnlyList<OpelParameterScore> Parameters)
{
    /// <summary>
    /// The total when anything behind it is measured now; null when nothing is. A level with nothing behind it that is
    /// told of now is no level to act on: beds that the network file declares would make one out of nothing.
    /// </summary>
    public OpelTotal? MeasuredTotal => Parameters.Any(parameter => parameter.IsMeasured) ? Total : null;
}

/// <summary>What a site adds to the system.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Score">Its own score.</param>
/// <param name="Weight">Its share of all weights, 0 to 1; null when a weight is not known.</param>
/// <param name="Points">Its total as it counts: the greatest there is while nothing is known of it.</param>
/// <param name="Raises">At which total of the site the system's level would rise; null when it alone cannot.</param>
/// <param name="Lowers">At which total of the site the system's level would fall; null when it alone cannot.</param>
public sealed record OpelShare(
    string Site,
    OpelSiteScore Score,
    decimal? Weight,
    decimal Points,
    OpelTurn? Raises = null,
    OpelTurn? Lowers = null);

/// <summary>The system, scored.</summary>
/// <param name="System">Code of the system.</param>
/// <param name="Rules">The rule set.</param>
/// <param name="Total">Its total; null when nothing is known of any site.</param>
/// <param name="Shares">Every site, in the order of the network file.</param>
public sealed record OpelSystemScore(
    string System, OpelRuleSet Rules, OpelTotal? Total, IReadOnlyList<OpelShare> Shares)
{
    /// <summary>The total when anything behind it is measured now at any site; null when nothing is.</summary>
    public OpelTotal? MeasuredTotal => Shares.Any(share => share.Score.MeasuredTotal is not null) ? Total : null;
}

/// <summary>The system and its sites, scored by one rule set at one instant.</summary>
/// <param name="System">The system.</param>
/// <param name="Sites">Its sites, in the order of the network file.</param>
public sealed record OpelBoard(OpelSystemScore System, IReadOnlyList<OpelSiteScore> Sites);
