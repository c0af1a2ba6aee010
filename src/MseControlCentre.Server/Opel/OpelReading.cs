using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Opel;

/// <summary>A picture, scored by the rule set of its day or by another.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="InForce">The rule set in force on its local day; null when none was.</param>
/// <param name="Rules">The rule set it is scored by; null when none was asked for and none was in force.</param>
/// <param name="Board">The scores; null without a rule set.</param>
public sealed record OpelReading(Picture Picture, OpelRuleSet? InForce, OpelRuleSet? Rules, OpelBoard? Board)
{
    /// <summary>Scores a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="other">The rule set to score it by; null takes the scores by the rules of its day.</param>
    public static OpelReading Of(Picture picture, OpelRuleSet? other)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var inForce = picture.Opel.Calculated?.Rules;
        if (other is not null)
        {
            return new OpelReading(picture, inForce, other, OpelScoring.Of(other, picture));
        }

        return new OpelReading(
            picture,
            inForce,
            inForce,
            picture.Opel.Calculated is { } system
                ? new OpelBoard(system, [.. picture.Sites.Select(site => site.Opel.Calculated).OfType<OpelSiteScore>()])
                : null);
    }
}
