using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Community;

/// <summary>
/// A figure that several declared together: null when nobody did, stale when any of the declarations has expired or,
/// for a count since midnight, was made before the midnight that passed.
/// </summary>
/// <typeparam name="TDeclaration">Kind of declaration.</typeparam>
/// <param name="measure">The measure.</param>
/// <param name="scopes">The scopes that have it.</param>
/// <param name="declarations">The declarations of a scope.</param>
/// <param name="each">What one contributes, for the evidence; null when it says nothing about it.</param>
/// <param name="together">What they say together; null when none says it.</param>
/// <param name="isOfDay">Whether it counts since local midnight.</param>
internal sealed class DeclarationsRule<TDeclaration>(
    Measure measure,
    Scope scopes,
    Population<FlowEvent> declarations,
    Func<TDeclaration, double?> each,
    Func<IEnumerable<TDeclaration>, double?> together,
    bool isOfDay) : FigureRule(measure, scopes)
    where TDeclaration : Declaration
{
    public override double? ValueIn(ScopeView view)
    {
        var declared = view.Of(declarations);
        return declared.Count == 0 ? null : together(declared.Select(one => (TDeclaration)one.Detail));
    }

    public override Trust TrustIn(ScopeView view) =>
        Trust.Combine(view.Of(declarations).Select(declared => TrustIn(declared, view.Moment)));

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => view.Of(declarations).Select(declared =>
    {
        var value = each((TDeclaration)declared.Detail);
        return declarations.EvidenceOf(declared, view) with { Value = value, Counted = value is not null };
    });

    private Trust TrustIn(FlowEvent declared, Moment moment)
    {
        var trust = Trust.Declared(declared, moment);
        return isOfDay && declared.OccurredAt < moment.DayStart
            ? trust with { Quality = FigureQuality.Stale }
            : trust;
    }
}
