using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>
/// The sum of what declarations say that are in force: one that has expired says nothing any more. Unknown while none
/// was ever made; stale when all that were made have expired.
/// </summary>
internal sealed class InForceRule(
    Measure measure, Scope scopes, Func<ScopeView, IEnumerable<FlowEvent>> declared, Func<FlowEvent, double> value)
    : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view)
    {
        double? sum = null;
        foreach (var one in declared(view))
        {
            sum = (sum ?? 0) + (IsInForce(one, view) ? value(one) : 0);
        }

        return sum;
    }

    public override Trust TrustIn(ScopeView view)
    {
        var all = declared(view).ToList();
        var inForce = all.Where(one => IsInForce(one, view)).ToList();
        return Trust.Combine((inForce.Count > 0 ? inForce : all).Select(one => Trust.Declared(one, view.Moment)));
    }

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => declared(view).Select(one =>
        Evidence.Of(one) with { Value = value(one), Counted = IsInForce(one, view) && value(one) > 0 });

    private static bool IsInForce(FlowEvent declared, ScopeView view) =>
        !(((Declaration)declared.Detail).ExpiresAt < view.Moment.At);
}
