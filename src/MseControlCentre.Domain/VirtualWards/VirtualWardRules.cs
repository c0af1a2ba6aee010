using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>How the figures of virtual wards are worked out.</summary>
internal static class VirtualWardRules
{
    private const Scope Every = Scope.VirtualWard | Scope.SiteAndSystem;
    private const Scope WardAndSystem = Scope.VirtualWard | Scope.System;

    public static IEnumerable<FigureRule> For(NetworkMap network) =>
    [
        new VirtualWardCapacityRule(VirtualWardMeasures.VirtualWardCapacity, WardAndSystem),
        new CountRule<Story<VirtualWardStanding>>(
            VirtualWardMeasures.VirtualWardOccupied, Every, VirtualWardPopulations.OnWard),
        new DerivedRule(
            VirtualWardMeasures.VirtualWardAvailable,
            WardAndSystem,
            [VirtualWardMeasures.VirtualWardCapacity, VirtualWardMeasures.VirtualWardOccupied],
            (values, _) => values[0] - values[1],
            view => view.TrustIn(FeedSubject.VirtualWards)),
        new CountRule<Story<VirtualWardStanding>>(
            VirtualWardMeasures.VirtualWardReferrals, Every, VirtualWardPopulations.Referred),
    ];
}
