namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// A figure that is unknown until it can be told: a feed that never speaks of a kind of happening does not say that
/// there is none, and a count of none would be a lie.
/// </summary>
internal sealed class OnceToldRule(FigureRule rule, Func<ScopeView, bool> isTold)
    : FigureRule(rule.Measure, rule.Scopes)
{
    public override double? ValueIn(ScopeView view) => isTold(view) ? rule.ValueIn(view) : null;

    public override Trust TrustIn(ScopeView view) => rule.TrustIn(view);

    public override DateTimeOffset? CountedSinceIn(ScopeView view) => rule.CountedSinceIn(view);

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => isTold(view) ? rule.EvidenceIn(view) : [];
}
