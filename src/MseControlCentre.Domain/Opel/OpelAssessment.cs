using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Opel;

/// <summary>
/// The scores of one picture, each worked out once: the system's rests on its sites'. It lives as long as the picture
/// is made.
/// </summary>
internal sealed class OpelAssessment(OpelRuleSet? rules, FigureRules figures)
{
    private readonly Dictionary<string, (OpelSiteScore Score, OpelWeight Weight)> _sites = new(StringComparer.Ordinal);
    private OpelSystemScore? _system;

    /// <summary>
    /// The score of a site; null when no rule set is in force. The site's other figures are known by now.
    /// </summary>
    public OpelSiteScore? OfSite(ScopeView view)
    {
        if (rules is null)
        {
            return null;
        }

        // Nothing known is scored again when somebody asks why: so the figures it lacks are asked for again.
        if (!_sites.TryGetValue(view.Code, out var site) || site.Score.Total is null)
        {
            site = (
                OpelScoring.OfSite(rules, view.Code, view.Figures.Find),
                OpelScoring.WeightOf(rules, view.Code, view.Figures.Find));
            _sites[view.Code] = site;
        }

        return site.Score;
    }

    /// <summary>The score of the system; null when no rule set is in force.</summary>
    public OpelSystemScore? OfSystem(ScopeView view)
    {
        if (rules is null || _system is not null)
        {
            return _system;
        }

        foreach (var site in view.Sites.Where(site => !_sites.ContainsKey(site.Site.Code)))
        {
            // Somebody asks for the system alone: its sites' figures come first.
            figures.Figures(new ScopeView(Scope.Site, site.Site.Code, [site], view.Sources));
        }

        var sites = view.Sites.Select(site => _sites[site.Site.Code]).ToList();
        return _system = OpelScoring.OfSystem(
            rules, view.Code, [.. sites.Select(site => site.Score)], [.. sites.Select(site => site.Weight)]);
    }

    public OpelTotal? TotalOf(ScopeView view) =>
        view.Kind == Scope.System ? OfSystem(view)?.Total : OfSite(view)?.Total;

    /// <summary>
    /// The worst trust among the known parameters, and late at best while one is missing. A score that rests on
    /// declared beds among others is still calculated: only what somebody declared about OPEL itself is declared.
    /// </summary>
    public Trust TrustIn(ScopeView view)
    {
        var scores = view.Kind == Scope.System
            ? OfSystem(view)?.Shares.SelectMany(share => share.Score.Parameters)
            : OfSite(view)?.Parameters;
        var parameters = scores?.ToList() ?? [];
        var known = Trust.Combine(parameters
            .Where(score => !score.IsMissing)
            .Select(score => new Trust(score.Quality, score.Source, score.AsOf)));
        var isPartial = known.Quality is FigureQuality.Live or FigureQuality.Declared
            && parameters.Exists(score => score.IsMissing);
        return known with
        {
            Quality = isPartial ? FigureQuality.Late
                : known.Quality == FigureQuality.Declared ? FigureQuality.Live
                : known.Quality,
            Source = string.Join(',', known.Source.Split(',').Distinct(StringComparer.Ordinal)),
        };
    }

    /// <summary>
    /// The figures behind a score, each with what it adds: parameters of a site, sites of the system.
    /// </summary>
    public IEnumerable<Evidence> EvidenceIn(ScopeView view) => view.Kind == Scope.System
        ? OfSystem(view)?.Shares.Select(Of) ?? []
        : OfSite(view)?.Parameters.Select(score => Of(view.Code, score)) ?? [];

    private static Evidence Of(OpelShare share) => new(
        EvidenceKind.Figure,
        $"{share.Site}:{OpelMeasures.Score.Id}",
        null,
        null,
        share.Weight is { } weight ? (double)Math.Round(weight * share.Points, 2) : null,
        true,
        null,
        []);

    private static Evidence Of(string site, OpelParameterScore score) => new(
        EvidenceKind.Figure,
        $"{site}:{score.Parameter.Measure}",
        null,
        null,
        (double)score.WeightedPoints,
        true,
        null,
        []);
}
