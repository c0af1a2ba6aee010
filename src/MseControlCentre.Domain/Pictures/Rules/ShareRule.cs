namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// The share of a population that fulfils a condition, in percent to one decimal; null when nobody is there. Trusted as
/// what tells of the population is, unless said otherwise.
/// </summary>
internal sealed class ShareRule<T>(
    Measure measure,
    Scope scopes,
    Population<T> whole,
    Func<T, Moment, bool> condition,
    Func<ScopeView, Trust>? trust = null) : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view)
    {
        var items = view.Each(whole);
        var part = 0;
        foreach (var item in items)
        {
            part += condition(item, view.Moment) ? 1 : 0;
        }

        return FigureList.Percent(part, items.Length);
    }

    public override Trust TrustIn(ScopeView view) =>
        trust is not null ? trust(view) : view.TrustIn(whole.Subject);

    public override DateTimeOffset? CountedSinceIn(ScopeView view) => whole.CountedSince(view);

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => view.Of(whole).Select(item =>
        whole.EvidenceOf(item, view) with { Counted = condition(item, view.Moment) });

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) =>
        FigureList.Percent(evidence.Count(one => one.Counted), evidence.Count);
}
