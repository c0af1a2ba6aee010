using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// A figure that somebody declared: the sum of a value over the declarations of one kind in the scope. Null when none
/// was made or none has the value; stale when any of them has expired.
/// </summary>
/// <typeparam name="TDeclaration">Kind of declaration.</typeparam>
internal sealed class DeclaredRule<TDeclaration>(
    Measure measure, Scope scopes, Func<TDeclaration, double?> value) : FigureRule(measure, scopes)
    where TDeclaration : Declaration
{
    public override double? ValueIn(ScopeView view)
    {
        double? sum = null;
        foreach (var declared in view.Declared<TDeclaration>())
        {
            sum = value((TDeclaration)declared.Detail) is { } number ? (sum ?? 0) + number : sum;
        }

        return sum;
    }

    public override Trust TrustIn(ScopeView view) =>
        Trust.Combine(view.Declared<TDeclaration>().Select(declared => Trust.Declared(declared, view.Moment)));

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => view.Declared<TDeclaration>()
        .Select(declared => Evidence.Of(declared) with { Value = value((TDeclaration)declared.Detail) });

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) =>
        evidence.Any(one => one.Value is not null) ? evidence.Sum(one => one.Value) : null;
}
