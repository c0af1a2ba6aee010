using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Movements;

/// <summary>
/// Who moved between the places of the system in the last hour, and who is in each of them: what the flow map shows. A
/// movement counts at the moment it happened, whenever it was told; one that is cancelled did not happen.
/// </summary>
public static partial class MovementMeasures
{
    private const string Hour = "last 60 minutes";
    private const string Ecds = "NHS Data Dictionary, Emergency Care Data Set";
    private const string Adt =
        "Admissions, transfers and discharges as the hospital's patient system tells them (HL7 ADT)";

    private const string Places =
        " Assessment units are the wards that the network file calls same day emergency care or assessment; wards are "
        + "its general and acute wards and escalation areas without them.";

    /// <summary>Ambulances handed over.</summary>
    public static readonly Measure HandoversLastHour = new(
        "flow.handovers-last-hour", "Handed over in the last hour", "ambulances",
        "Handovers completed in the last 60 minutes.", "NHS Standard Contract, ambulance handover", Hour);

    /// <summary>Arrivals by other means than an ambulance.</summary>
    public static readonly Measure OtherArrivals = new(
        "flow.other-arrivals-last-hour", "Walked in or came by other means in the last hour", "patients",
        "Arrivals at the emergency department in the last 60 minutes that are told to have come by other means than an "
        + "ambulance. Unknown when there were arrivals and of none it was told how they came.",
        Ecds + ", arrival mode", Hour);

    /// <summary>Arrivals of which it was not told how they came.</summary>
    public static readonly Measure UntoldArrivals = new(
        "flow.untold-arrivals-last-hour", "Arrived in the last hour, how is not told", "patients",
        "Arrivals at the emergency department in the last 60 minutes of which the feed does not say how they came.",
        Ecds + ", arrival mode", Hour);

    /// <summary>Patients who went home from the department.</summary>
    public static readonly Measure DepartmentToHome = new(
        "flow.ed-to-home-last-hour", "Home from ED in the last hour", "patients",
        "Departures from the emergency department in the last 60 minutes whose outcome is home or usual residence.",
        Ecds + ", departure", Hour);

    /// <summary>Patients who left the department otherwise.</summary>
    public static readonly Measure DepartmentElsewhere = new(
        "flow.ed-elsewhere-last-hour", "Left ED otherwise in the last hour", "patients",
        "Departures from the emergency department in the last 60 minutes that were neither admissions nor home: to "
        + "another provider, before the end of treatment, deaths, and those whose outcome is not told.",
        Ecds + ", departure", Hour);

    /// <summary>Admissions from the department to an assessment unit.</summary>
    public static readonly Measure DepartmentToAssessment = FromDepartment("assessment", "assessment units");

    /// <summary>Admissions from the department to a ward.</summary>
    public static readonly Measure DepartmentToWards = FromDepartment("wards", "wards");

    /// <summary>Admissions from the department to critical care.</summary>
    public static readonly Measure DepartmentToCriticalCare = FromDepartment("critical-care", "critical care");

    /// <summary>Admissions to assessment units that did not come through the department.</summary>
    public static readonly Measure DirectToAssessment = Direct("assessment", "assessment units");

    /// <summary>Admissions to wards that did not come through the department.</summary>
    public static readonly Measure DirectToWards = Direct("wards", "wards");

    /// <summary>Admissions to critical care that did not come through the department.</summary>
    public static readonly Measure DirectToCriticalCare = Direct("critical-care", "critical care");

    /// <summary>Admissions to beds that the map does not draw.</summary>
    public static readonly Measure ToOtherBeds = new(
        "flow.to-other-beds-last-hour", "Admitted to other beds in the last hour", "patients",
        "Admissions in the last 60 minutes to maternity, or to a ward that is not told or not mapped.", Adt, Hour);

    /// <summary>Moves from assessment units to wards.</summary>
    public static readonly Measure AssessmentToWards = Moved(
        "assessment-to-wards", "Assessment units to wards", "an assessment unit to a ward");

    /// <summary>Moves from assessment units to critical care.</summary>
    public static readonly Measure AssessmentToCriticalCare = Moved(
        "assessment-to-critical-care", "Assessment units to critical care", "an assessment unit to critical care");

    /// <summary>Moves from wards to critical care.</summary>
    public static readonly Measure WardsToCriticalCare = Moved(
        "wards-to-critical-care", "Wards to critical care", "a ward to critical care");

    /// <summary>Moves from critical care to wards.</summary>
    public static readonly Measure CriticalCareToWards = Moved(
        "critical-care-to-wards", "Critical care to wards", "critical care to a ward");

    private static Measure FromDepartment(string id, string name) => new(
        $"flow.ed-to-{id}-last-hour", $"ED to {name} in the last hour", "patients",
        $"Admissions to {name} in the last 60 minutes of patients of the emergency department: of the same visit, or "
        + "with admission method 21." + Places,
        Adt + "; NHS Data Dictionary, admission method", Hour);

    private static Measure Direct(string id, string name) => new(
        $"flow.direct-to-{id}-last-hour", $"Direct to {name} in the last hour", "patients",
        $"Admissions to {name} in the last 60 minutes that did not come through the emergency department: sent by a "
        + "GP, a clinic or another provider, and planned ones." + Places,
        Adt + "; NHS Data Dictionary, admission method", Hour);

    private static Measure Moved(string id, string name, string words) => new(
        $"flow.{id}-last-hour", $"{name} in the last hour", "patients",
        $"Moves of patients in a bed from {words} of the same site in the last 60 minutes; moves within one of the two "
        + "do not count." + Places,
        Adt, Hour);
}
