using System.Globalization;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Opel;

/// <summary>OPEL in words and numbers as a person reads them.</summary>
public static class OpelWords
{
    /// <summary>Points to at most two decimals; a dash for none.</summary>
    public static string Points(decimal? points) => points is { } known
        ? Math.Round(known, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture)
        : FigureView.Dash;

    /// <summary>A value with its unit, such as <c>45 minutes</c> or <c>92%</c>.</summary>
    public static string Value(double value, string unit)
    {
        var number = value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');
        return unit is "percent" ? number + "%" : $"{number} {unit}";
    }

    /// <summary>
    /// The values of a band: <c>up to 15 minutes</c>, <c>above 15, up to 30 minutes</c>, <c>above 60 minutes</c>.
    /// </summary>
    public static string Band(OpelParameter parameter, int band)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var bands = parameter.Scoring.Bands;
        var from = band > 0 ? bands[band - 1].UpTo : null;
        return (from, bands[band].UpTo) switch
        {
            ({ } above, { } upTo) => string.Create(
                CultureInfo.InvariantCulture, $"above {above:0.##}, up to {Value(upTo, parameter.Unit)}"),
            ({ } above, null) => $"above {Value(above, parameter.Unit)}",
            (null, { } upTo) => $"up to {Value(upTo, parameter.Unit)}",
            _ => "any value",
        };
    }

    /// <summary>A change: <c>OPEL 3 above 45 minutes</c>; a dash when there is none.</summary>
    public static string Turn(OpelTurn? turn, string unit) => turn is null
        ? FigureView.Dash
        : $"OPEL {turn.Level} {(turn.Side == OpelSide.Above ? "above" : "at or below")} {Value(turn.Value, unit)}";

    /// <summary>How far the next bounds are: <c>OPEL 3 beyond 3.2 more points; OPEL 1 with 1.1 fewer</c>.</summary>
    public static string Distance(OpelTotal total)
    {
        ArgumentNullException.ThrowIfNull(total);
        var up = total.ToRaise switch
        {
            null => null,
            0 => $"OPEL {total.Level + 1} with any more",
            { } raise => $"OPEL {total.Level + 1} beyond {Points(raise)} more points",
        };
        var down = total.ToLower is { } lower ? $"OPEL {total.Level - 1} with {Points(lower)} fewer" : null;
        return string.Join("; ", new[] { up, down }.OfType<string>());
    }

    /// <summary>
    /// Why no level is said: no rule set, nothing ever told, or nothing behind the points that is current; null when
    /// one is said.
    /// </summary>
    /// <param name="isScored">Whether a rule set is in force.</param>
    /// <param name="total">What the points make.</param>
    /// <param name="measured">The same where something behind it is current.</param>
    public static string? NotKnown(bool isScored, OpelTotal? total, OpelTotal? measured) =>
        (isScored, total, measured) switch
        {
            (false, _, _) => "no rule set is in force",
            (_, null, _) => "nothing is known to calculate it from",
            (_, _, null) => "nothing behind it is current",
            _ => null,
        };

    /// <summary>A level's loudness. What is only provisional may turn out lower, so it never shouts alarm.</summary>
    public static Level LoudnessOf(OpelTotal total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return total.IsProvisional
            ? Min(Of(total.Level), Of(total.LeastLevel) == Level.Alarm ? Level.Alarm : Level.Watch)
            : Of(total.Level);
    }

    /// <summary>A declared level's loudness.</summary>
    public static Level LoudnessOf(OpelStatement declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return declared.Quality is Domain.Pictures.FigureQuality.Stale ? Level.Normal : Of(declared.Level);
    }

    private static Level Of(int level) => level switch
    {
        >= 4 => Level.Alarm,
        3 => Level.Watch,
        _ => Level.Normal,
    };

    private static Level Min(Level one, Level other) => one < other ? one : other;
}
