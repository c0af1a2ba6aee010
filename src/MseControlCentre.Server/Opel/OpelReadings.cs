using MseControlCentre.Domain.Opel;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Opel;

/// <summary>OPEL of now and of any past instant, by any rule set that was ever adopted.</summary>
public sealed class OpelReadings(Lazy<PictureFeed> feed, PastPictures past, LiveState state)
{
    /// <summary>The newest version of every rule set that was adopted.</summary>
    public IReadOnlyList<AdoptedOpelRuleSet> RuleSets => state.OpelRuleSets;

    /// <summary>The adopted rule set of an identity; null when there is none.</summary>
    public OpelRuleSet? Find(string ruleSet) => RuleSets.FirstOrDefault(
        adopted => string.Equals(adopted.Rules.Id, ruleSet, StringComparison.Ordinal))?.Rules;

    /// <summary>OPEL of now; null until the journal has been read.</summary>
    /// <param name="other">The rule set to score by; null for the one in force.</param>
    public OpelReading? Now(OpelRuleSet? other) =>
        feed.Value.Current is { } current ? OpelReading.Of(current.Picture, other) : null;

    /// <summary>
    /// OPEL of a past instant, from what the board showed; null when nothing had been recorded by then.
    /// </summary>
    /// <param name="at">The instant.</param>
    /// <param name="other">The rule set to score by; null for the one that was in force.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="TooManyReplaysException">Too many others look at the past.</exception>
    public async Task<OpelReading?> PastAsync(
        DateTimeOffset at, OpelRuleSet? other, CancellationToken cancellationToken) =>
        await past.AsShownAsync(at, cancellationToken) is { } shown ? OpelReading.Of(shown.Picture, other) : null;
}
