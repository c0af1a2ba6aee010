using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Movements;

public static partial class MovementMeasures
{
    private const string Guidance = "Hospital discharge and community support guidance, 26 January 2024, annex B";
    private const string Virtual = "Virtual wards operational framework, August 2024";

    /// <summary>Discharges home.</summary>
    public static readonly Measure DischargedHome = new(
        "flow.discharged-home-last-hour", "Discharged home in the last hour", "patients",
        "Inpatients discharged in the last 60 minutes whose newest assessment names pathway 0, and those without a "
        + "named pathway whose destination is their usual or a temporary residence (19, 29). The dead count elsewhere.",
        Guidance + "; NHS Data Dictionary, discharge destination", Hour);

    /// <summary>Discharges on pathway 1.</summary>
    public static readonly Measure DischargedPathway1 = Pathway(1, "home with support");

    /// <summary>Discharges on pathway 2.</summary>
    public static readonly Measure DischargedPathway2 = Pathway(2, "a community bed");

    /// <summary>Discharges on pathway 3.</summary>
    public static readonly Measure DischargedPathway3 = Pathway(3, "a care home");

    /// <summary>Discharges otherwise.</summary>
    public static readonly Measure DischargedElsewhere = new(
        "flow.discharged-elsewhere-last-hour", "Left a bed otherwise in the last hour", "patients",
        "Inpatients who left in the last 60 minutes by none of the pathways and not home: to another provider, deaths, "
        + "and those of whom neither pathway nor destination is told.",
        Guidance + "; NHS Data Dictionary, discharge destination", Hour);

    /// <summary>Patients a virtual ward took on instead of an admission.</summary>
    public static readonly Measure StepUp = new(
        "flow.step-up-last-hour", "Taken on by step-up in the last hour", "patients",
        "Patients whom a virtual ward took on in the last 60 minutes instead of an admission.", Virtual, Hour);

    /// <summary>Patients a virtual ward took on from a bed.</summary>
    public static readonly Measure StepDown = new(
        "flow.step-down-last-hour", "Taken on by step-down in the last hour", "patients",
        "Patients whom a virtual ward took on in the last 60 minutes from a hospital bed. One whose route was not told "
        + "is in neither.",
        Virtual, Hour);

    /// <summary>Stays on virtual wards that ended.</summary>
    public static readonly Measure VirtualWardDischarges = new(
        "flow.virtual-ward-discharges-last-hour", "Discharged from virtual wards in the last hour", "patients",
        "Stays on virtual wards that ended in the last 60 minutes, whatever the outcome; declined referrals are none.",
        Virtual, Hour);

    /// <summary>Step-up referrals waiting.</summary>
    public static readonly Measure StepUpWaiting = new(
        "flow.step-up-waiting", "Step-up referrals waiting", "patients",
        "Referred to a virtual ward instead of an admission and neither taken on nor declined.", Virtual);

    private static Measure Pathway(int pathway, string where) => new(
        $"flow.discharged-pathway-{pathway}-last-hour", $"Discharged on pathway {pathway} in the last hour", "patients",
        $"Inpatients discharged in the last 60 minutes whose newest assessment names pathway {pathway}: {where}. Which "
        + "unit took them is not told by any feed. The dead count elsewhere.",
        Guidance, Hour);
}
