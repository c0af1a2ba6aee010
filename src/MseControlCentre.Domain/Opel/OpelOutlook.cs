namespace MseControlCentre.Domain.Opel;

/// <summary>
/// What would change a level: for each part of a total, the nearest value that moves it over a bound.
/// </summary>
internal static class OpelOutlook
{
    private const int Decimals = 2;

    public static OpelParameterScore WithTurns(
        OpelParameterScore score, OpelLevels levels, OpelTotal total) => score with
    {
        // A missing parameter already counts with its most points: no value of it can raise the level.
        Raises = Turn(score, levels, total, worse: true),
        Lowers = Turn(score, levels, total, worse: false),
    };

    /// <summary>
    /// The system's total is T = sum of w x, so a site alone moves it to a bound b at x + (b - T) / w.
    /// </summary>
    public static OpelShare WithTurns(OpelShare share, OpelRuleSet rules, OpelTotal total)
    {
        if (share.Weight is not { } weight)
        {
            return share;
        }

        var raise = total.ToRaise is { } up ? share.Points + (up / weight) : (decimal?)null;
        var lower = total.ToLower is { } down ? share.Points - (down / weight) : (decimal?)null;

        // Totals are rounded: a turn that only the rounding puts below the greatest total is none.
        return share with
        {
            Raises = raise is { } reached && Math.Round(reached, Decimals) < rules.GreatestTotal
                ? new OpelTurn(total.Level + 1, (double)reached, OpelSide.Above)
                : null,
            Lowers = lower >= 0 ? new OpelTurn(total.Level - 1, (double)lower.Value, OpelSide.UpTo) : null,
        };
    }

    /// <summary>
    /// The first band, going from the value's own towards worse or better, whose points make another level; and the
    /// bound at which it begins on this side.
    /// </summary>
    private static OpelTurn? Turn(OpelParameterScore score, OpelLevels levels, OpelTotal total, bool worse)
    {
        var scoring = score.Parameter.Scoring;
        var step = scoring.PointsRise == worse ? 1 : -1;
        for (var band = score.Band + step; band >= 0 && band < scoring.Bands.Count; band += step)
        {
            var level = levels.Of(total.Points - score.WeightedPoints + scoring.PointsIn(band));
            if (worse ? level > total.Level : level < total.Level)
            {
                return step > 0
                    ? new OpelTurn(level, scoring.Bands[band - 1].UpTo!.Value, OpelSide.Above)
                    : new OpelTurn(level, scoring.Bands[band].UpTo!.Value, OpelSide.UpTo);
            }
        }

        return null;
    }
}
