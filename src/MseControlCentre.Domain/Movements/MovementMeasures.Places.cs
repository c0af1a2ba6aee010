using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Movements;

public static partial class MovementMeasures
{
    private const string Sitrep = "UEC daily situation report, process and definitions; wards of the network file";

    /// <summary>Spaces of the emergency department.</summary>
    public static readonly Measure DepartmentSpaces = new(
        "flow.ed-spaces", "ED spaces", "spaces",
        "Spaces open in all areas of the emergency department, adults' and children's.", Sitrep);

    /// <summary>Patients in assessment units.</summary>
    public static readonly Measure InAssessment = In("assessment", "assessment units");

    /// <summary>Places of assessment units.</summary>
    public static readonly Measure AssessmentPlaces = Of("assessment-places", "Assessment places", "assessment units");

    /// <summary>Patients in wards.</summary>
    public static readonly Measure InWards = In("wards", "wards");

    /// <summary>Beds of wards.</summary>
    public static readonly Measure WardBeds = Of("ward-beds", "Ward beds", "wards");

    /// <summary>Patients in critical care.</summary>
    public static readonly Measure InCriticalCare = In("critical-care", "critical care");

    /// <summary>Beds of critical care.</summary>
    public static readonly Measure CriticalCareBeds = Of("critical-care-beds", "Critical care beds", "critical care");

    private static Measure In(string id, string name) => new(
        "flow.in-" + id, "In " + name, "patients",
        $"Patients in beds and places of {name}, leave excluded. A patient of the emergency department counts there "
        + "until they are admitted." + Places,
        Sitrep);

    private static Measure Of(string id, string title, string name) => new(
        "flow." + id, title, "places",
        $"Beds and places open in {name}, core and escalation, less those closed; what is declared, else the network "
        + "file." + Places,
        Sitrep);
}
