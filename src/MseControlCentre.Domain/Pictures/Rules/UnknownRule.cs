namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// A figure for which the network file does not say what it takes, such as a threshold that was left out: always
/// unknown, never held against a number of the program's own.
/// </summary>
internal sealed class UnknownRule(Measure measure, Scope scopes) : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view) => null;

    public override Trust TrustIn(ScopeView view) =>
        new(FigureQuality.Unknown, "not told by the network file", null);

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => [];
}
