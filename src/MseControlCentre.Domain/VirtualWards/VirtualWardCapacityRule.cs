using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>Places of a virtual ward, or of all: as last declared, else as the network file says.</summary>
internal sealed class VirtualWardCapacityRule(Measure measure, Scope scopes) : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view) => Wards(view).Sum(ward =>
        Declared(ward, view)?.Detail is VirtualWardCapacityDeclared declared ? declared.Capacity : ward.Capacity);

    public override Trust TrustIn(ScopeView view) => Trust.Combine(Wards(view).Select(ward =>
        Declared(ward, view) is { } declared
            ? Trust.Declared(declared, view.Moment)
            : new Trust(FigureQuality.Declared, "network file", null)));

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => Wards(view).Select(ward =>
        Declared(ward, view) is { } declared
            ? Evidence.Of(declared) with { Value = ((VirtualWardCapacityDeclared)declared.Detail).Capacity }
            : new Evidence(EvidenceKind.NetworkFile, ward.Code, null, null, ward.Capacity, true, null, []));

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) => evidence.Sum(one => one.Value);

    private static FlowEvent? Declared(VirtualWard ward, ScopeView view) =>
        view.Sources.Declarations.FindAnywhere("virtual-ward/" + ward.Code);

    private static IEnumerable<VirtualWard> Wards(ScopeView view) => view.Network.VirtualWards
        .Where(ward => view.Kind == Scope.System || string.Equals(ward.Code, view.Code, StringComparison.Ordinal));
}
