using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.EmergencyCalls;

/// <summary>
/// 999 calls of the whole ambulance service: what is measured, from which clock, by whose definition. Each is unknown
/// while the feed tells of no 999 call: the same feed may tell of conveyances only, and a stack of none would be a lie.
/// </summary>
public static class EmergencyCallMeasures
{
    private const string Standards = "Ambulance response standards (NWAS; House of Commons Library CDP-2025-0042)";
    private const string Service = "Ambulance service feed";
    private const string SinceMidnight = "since local midnight";
    private const string Now = "now";

    /// <summary>The categories that have a response standard.</summary>
    public static IReadOnlyList<AmbulanceCategory> Categories { get; } =
        [AmbulanceCategory.C1, AmbulanceCategory.C2, AmbulanceCategory.C3, AmbulanceCategory.C4];

    /// <summary>Mean response time since midnight of Category 1 to 4.</summary>
    public static IReadOnlyDictionary<AmbulanceCategory, Measure> Mean { get; } = Each(number => new Measure(
        $"ambulance.category-{number}-mean", $"Category {number} mean", "minutes",
        $"Mean minutes from the start of the response clock to the arrival at the scene, of Category {number} calls "
        + "whose response arrived since local midnight. A call counts by its category when the response arrived.",
        Standards, SinceMidnight, Better.Lower));

    /// <summary>90th centile of the response time since midnight of Category 1 to 4.</summary>
    public static IReadOnlyDictionary<AmbulanceCategory, Measure> Ninetieth { get; } = Each(number => new Measure(
        $"ambulance.category-{number}-90th", $"Category {number} 90th centile", "minutes",
        $"The response time that nine in ten Category {number} calls whose response arrived since local midnight did "
        + "not exceed (nearest rank).",
        Standards, SinceMidnight, Better.Lower));

    /// <summary>Responses since midnight of Category 1 to 4.</summary>
    public static IReadOnlyDictionary<AmbulanceCategory, Measure> Responses { get; } = Each(number => new Measure(
        $"ambulance.category-{number}-responses-today", $"Category {number} responses today", "calls",
        $"Category {number} calls whose response arrived at the scene since local midnight.",
        Service, SinceMidnight));

    /// <summary>Calls of Category 1 to 4 in the stack.</summary>
    public static IReadOnlyDictionary<AmbulanceCategory, Measure> WaitingByCategory { get; } =
        Each(number => new Measure(
        $"ambulance.calls-waiting-category-{number}", $"Category {number} calls waiting", "calls",
        $"Category {number} calls to which no resource has been allocated and which are not closed.",
        Service, Now, Better.Lower));

    /// <summary>Calls in the stack.</summary>
    public static readonly Measure CallsWaiting = new(
        "ambulance.calls-waiting", "999 calls waiting", "calls",
        "Calls of any category, or none yet, to which no resource has been allocated and which are not closed.",
        Service, Now, Better.Lower);

    /// <summary>Longest wait in the stack.</summary>
    public static readonly Measure CallsLongestWait = new(
        "ambulance.calls-longest-wait", "Longest 999 call waiting", "minutes",
        "Whole minutes since the answer of the call that has waited longest without a resource.",
        Service, "from the call's answer", Better.Lower);

    /// <summary>REAP level.</summary>
    public static readonly Measure Reap = new(
        "ambulance.reap", "REAP level", "level",
        "Resource escalation action plan level 1 to 4 that the ambulance service declared last; reviewed at least "
            + "weekly.",
        "Ambulance service's declaration", Now, Better.Lower);

    /// <summary>Clinical safety plan level.</summary>
    public static readonly Measure ClinicalSafetyPlan = new(
        "ambulance.clinical-safety-plan", "Clinical safety plan level", "level",
        "Clinical safety plan level that the ambulance service declared last; what a level means is the service's own.",
        "Ambulance service's declaration", Now, Better.Lower);

    private static Dictionary<AmbulanceCategory, Measure> Each(Func<int, Measure> measure) =>
        Categories.ToDictionary(category => category, category => measure((int)category));
}
