namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>How many of a population fulfil a condition.</summary>
internal sealed class CountRule<T>(
    Measure measure, Scope scopes, Population<T> population, Func<T, Moment, bool>? condition = null)
    : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view) => view.Count(population, condition);

    public override Trust TrustIn(ScopeView view) => view.TrustIn(population.Subject);

    public override DateTimeOffset? CountedSinceIn(ScopeView view) => population.CountedSince(view);

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => view.Of(population)
        .Where(item => condition is null || condition(item, view.Moment))
        .Select(item => population.EvidenceOf(item, view));

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) => evidence.Count;
}
