using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>How the figures of the emergency department are worked out.</summary>
internal static class EmergencyDepartmentRules
{
    public static IEnumerable<FigureRule> For(NetworkMap network, WardKinds wards) =>
    [
        .. PresenceRules.For(network.Thresholds),
        .. AreaRules.For(wards),
        .. ArrivalRules.All,
        .. MilestoneRules.For(network.Thresholds),
        .. PerformanceRules.For(network.Thresholds, wards),
    ];
}
