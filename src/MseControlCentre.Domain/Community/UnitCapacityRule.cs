using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Community;

/// <summary>Beds or places of the units of a scope: as last declared, else as the network file says.</summary>
internal sealed class UnitCapacityRule(Measure measure, Scope scopes) : FigureRule(measure, scopes)
{
    /// <summary>Null for a partner that runs no unit.</summary>
    public override double? ValueIn(ScopeView view)
    {
        var units = view.Of(CommunityPopulations.Units);
        return units.Count == 0 ? null : units.Sum(PlacesOf);
    }

    public override Trust TrustIn(ScopeView view) =>
        Trust.Combine(view.Of(CommunityPopulations.Units).Select(unit => unit.Declared is { } declared
            ? Trust.Declared(declared, view.Moment)
            : new Trust(FigureQuality.Declared, "network file", null)));

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => view
        .Of(CommunityPopulations.Units)
        .Select(unit => CommunityPopulations.Units.EvidenceOf(unit, view));

    private static double PlacesOf(UnitBeds unit) => unit.Declared?.Detail is CommunityCapacityDeclared declared
        ? declared.Capacity
        : unit.Unit.Capacity;
}
