using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>How a value stands against another: said by an arrow and a word, never by colour alone.</summary>
/// <param name="Arrow">Up, down or neither.</param>
/// <param name="Words">How much, such as <c>12 more</c>.</param>
/// <param name="Verdict">Better, worse, or null when neither way is better, or nothing moved.</param>
public sealed record PackChange(string Arrow, string Words, string? Verdict)
{
    // A difference that no reader would see in the two numbers.
    private const double Least = 0.05;

    /// <summary>
    /// The change of a count; null when either side is not known or no longer current: nothing old is called better.
    /// </summary>
    public static PackChange? Of(PackValue now, PackValue then, Better better, string unit) =>
        DifferenceOf(now, then) is { } difference ? Of(difference, better, unit) : null;

    /// <summary>How far a value is from another; null when either is not known or no longer current.</summary>
    public static double? DifferenceOf(PackValue now, PackValue then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        return now.Quality is FigureQuality.Stale || then.Quality is FigureQuality.Stale
            ? null
            : PackText.Known(now) - PackText.Known(then);
    }

    /// <summary>The change by a difference.</summary>
    public static PackChange Of(double difference, Better better, string unit)
    {
        if (Math.Abs(difference) < Least)
        {
            return new PackChange("", "the same", null);
        }

        var isMore = difference > 0;
        var much = PackText.Number(Math.Abs(difference), unit) + PackText.OfDifference(unit);
        return new PackChange(
            isMore ? "▲" : "▼",
            much + (isMore ? " more" : unit is "percent" or "hours" or "minutes" ? " less" : " fewer"),
            better switch
            {
                Better.Lower => isMore ? "worse" : "better",
                Better.Higher => isMore ? "better" : "worse",
                _ => null,
            });
    }
}
