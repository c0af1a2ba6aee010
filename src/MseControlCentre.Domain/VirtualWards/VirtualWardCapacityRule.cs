using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>Places of a virtual ward, or of all: as last declared, else as the network file says.</summary>
internal sealed class VirtualWardCapacityRule(Measure measure, Scope scopes) : FigureRule(measure, scopes)
{
    /// <summary>The wards of the scope with what was last declared of each, whoever declared it.</summary>
    private static readonly Population<(VirtualWard Ward, FlowEvent? Declared)> s_wards = new(
        FeedSubject.VirtualWards,
        List,
        (ward, _) => ward.Declared is { } declared
            ? Evidence.Of(declared) with { Value = PlacesOf(ward) }
            : new Evidence(EvidenceKind.NetworkFile, ward.Ward.Code, null, null, PlacesOf(ward), true, null, []));

    public override double? ValueIn(ScopeView view) => view.Of(s_wards).Sum(PlacesOf);

    public override Trust TrustIn(ScopeView view) => Trust.Combine(view.Of(s_wards).Select(ward =>
        ward.Declared is { } declared
            ? Trust.Declared(declared, view.Moment)
            : new Trust(FigureQuality.Declared, "network file", null)));

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) =>
        view.Of(s_wards).Select(ward => s_wards.EvidenceOf(ward, view));

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) => evidence.Sum(one => one.Value);

    private static double PlacesOf((VirtualWard Ward, FlowEvent? Declared) ward) =>
        ward.Declared?.Detail is VirtualWardCapacityDeclared declared ? declared.Capacity : ward.Ward.Capacity;

    private static IEnumerable<(VirtualWard Ward, FlowEvent? Declared)> List(ScopeView view)
    {
        var newest = NewestDeclared.ByCode<VirtualWardCapacityDeclared>(
            view.Sources.Declarations, one => one.VirtualWard);
        return view.Network.VirtualWards
            .Where(ward => view.Kind == Scope.System || string.Equals(ward.Code, view.Code, StringComparison.Ordinal))
            .Select(ward => (ward, newest.GetValueOrDefault(ward.Code)));
    }
}
