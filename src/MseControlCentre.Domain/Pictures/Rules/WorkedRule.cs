namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>A figure with a way of its own: for the few that no other kind of rule fits.</summary>
internal sealed class WorkedRule(
    Measure measure,
    Scope scopes,
    Func<ScopeView, double?> value,
    Func<ScopeView, Trust> trust,
    Func<ScopeView, IEnumerable<Evidence>> evidence) : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view) => value(view);

    public override Trust TrustIn(ScopeView view) => trust(view);

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => evidence(view);
}
