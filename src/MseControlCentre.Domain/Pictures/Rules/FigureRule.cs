namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// How one figure is worked out: its measure, its value in a scope, how far it can be trusted, and what is behind it.
/// The same selection gives value and evidence, so that they cannot tell different stories.
/// </summary>
internal abstract class FigureRule(Measure measure, Scope scopes)
{
    public Measure Measure { get; } = measure;

    /// <summary>The kinds of scope that have this figure.</summary>
    public Scope Scopes { get; } = scopes;

    /// <summary>
    /// The value in the measure's unit; null when it is not known or has no meaning (a mean of none).
    /// </summary>
    public abstract double? ValueIn(ScopeView view);

    /// <summary>How far the value can be trusted.</summary>
    public abstract Trust TrustIn(ScopeView view);

    /// <summary>
    /// Since when it is counted, when that is later than the start it is named after; null when it is not.
    /// </summary>
    public virtual DateTimeOffset? CountedSinceIn(ScopeView view) => null;

    /// <summary>What the value rests on, in an order that does not change.</summary>
    public abstract IEnumerable<Evidence> EvidenceIn(ScopeView view);

    /// <summary>
    /// The value worked out again from the evidence alone, as somebody would who checks it by hand; null when there is
    /// none, or when the rule has a way of its own that the evidence only illustrates.
    /// </summary>
    public virtual double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) => null;
}
