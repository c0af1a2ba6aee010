using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Opel;

/// <summary>
/// Scores figures by a rule set. It reads nothing but what it is given, so that any picture, of now or of the past, can
/// be scored by any rule set.
/// </summary>
public static class OpelScoring
{
    /// <summary>Scores every site of a picture, and the system.</summary>
    public static OpelBoard Of(OpelRuleSet rules, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(picture);
        var sites = picture.Sites.Select(site => OfSite(rules, site.Code, site.Figures.Find)).ToList();
        var weights = picture.Sites.Select(site => WeightOf(rules, site.Code, site.Figures.Find)).ToList();
        return new OpelBoard(OfSystem(rules, picture.NetworkCode, sites, weights), sites);
    }

    /// <summary>Scores one site.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="site">Site code.</param>
    /// <param name="figureOf">The site's figure of a measure; null when it has none.</param>
    public static OpelSiteScore OfSite(OpelRuleSet rules, string site, Func<string, Figure?> figureOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(figureOf);
        var scores = rules.Parameters.Select(parameter => Score(parameter, figureOf(parameter.Measure))).ToList();
        if (scores.TrueForAll(score => score.IsMissing))
        {
            return new OpelSiteScore(site, rules, null, scores);
        }

        var total = OpelTotal.Of(
            rules.Levels,
            scores.Sum(score => score.WeightedPoints),
            scores.Sum(score => score.IsMissing ? score.Parameter.Scoring.FewestPoints : score.WeightedPoints),
            scores.Exists(score => score.IsInDoubt));
        return new OpelSiteScore(
            site, rules, total, [.. scores.Select(score => OpelOutlook.WithTurns(score, rules.Levels, total))]);
    }

    /// <summary>The weight of a site in the system.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="site">Site code.</param>
    /// <param name="figureOf">The site's figure of a measure; null when it has none.</param>
    internal static OpelWeight WeightOf(OpelRuleSet rules, string site, Func<string, Figure?> figureOf)
    {
        if (rules.RollUp.Measure is { } measure)
        {
            var figure = figureOf(measure);
            return figure?.Value is > 0 and < 1e9
                ? new OpelWeight((decimal)figure.Value, figure.Quality == FigureQuality.Stale)
                : new OpelWeight(null, true);
        }

        var given = rules.RollUp.Weights.FirstOrDefault(
            weight => string.Equals(weight.Site, site, StringComparison.Ordinal));
        return new OpelWeight(given?.Weight, given is null);
    }

    /// <summary>
    /// Scores the system: the weighted mean of its sites. A site of which nothing is known counts with the greatest
    /// total there is. While a weight is not known the system has the total of its highest site, since no weights can
    /// make a mean greater than that.
    /// </summary>
    internal static OpelSystemScore OfSystem(
        OpelRuleSet rules, string system, IReadOnlyList<OpelSiteScore> sites, IReadOnlyList<OpelWeight> weights)
    {
        var all = weights.All(weight => weight.Value is not null) ? weights.Sum(weight => weight.Value) : null;
        var shares = sites.Select((site, index) => new OpelShare(
            site.Site,
            site,
            weights[index].Value / all,
            site.Total?.Points ?? rules.GreatestTotal)).ToList();
        if (sites.All(site => site.Total is null))
        {
            return new OpelSystemScore(system, rules, null, shares);
        }

        var least = sites.Select(site => site.Total?.LeastPoints ?? FewestOf(rules)).ToList();
        var total = OpelTotal.Of(
            rules.Levels,
            all is null ? shares.Max(share => share.Points) : Mean([.. shares.Select(share => share.Points)]),
            all is null ? least.Min() : Mean(least),
            weights.Any(weight => weight.IsInDoubt)
                || sites.Any(site => site.Total is null or { IsProvisional: true }));
        return new OpelSystemScore(
            system, rules, total, [.. shares.Select(share => OpelOutlook.WithTurns(share, rules, total))]);

        // Divided once, at the end: three equal sites of 22 then make 22 and not a hair more, which would be a level.
        decimal Mean(IReadOnlyList<decimal> totals) =>
            totals.Select((points, index) => points * weights[index].Value!.Value).Sum() / all!.Value;
    }

    private static decimal FewestOf(OpelRuleSet rules) =>
        rules.Parameters.Sum(parameter => parameter.Scoring.FewestPoints);

    private static OpelParameterScore Score(OpelParameter parameter, Figure? figure) => new(
        parameter,
        figure?.Value,
        figure?.Value is null ? FigureQuality.Unknown : figure.Quality,
        figure?.Source ?? string.Empty,
        figure?.AsOf,
        figure?.Value is { } value ? parameter.Scoring.BandOf(value) : parameter.Scoring.WorstBand);
}

/// <summary>The weight of a site.</summary>
/// <param name="Value">The weight; null when it is not known.</param>
/// <param name="IsInDoubt">Whether it makes the system's level provisional.</param>
internal sealed record OpelWeight(decimal? Value, bool IsInDoubt);
