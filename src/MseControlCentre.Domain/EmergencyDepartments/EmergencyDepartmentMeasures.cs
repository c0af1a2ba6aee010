using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>The emergency department: what is measured, from which clock, by whose definition.</summary>
public static partial class EmergencyDepartmentMeasures
{
    private const string Ecds = "NHS Data Dictionary, Emergency Care Data Set";
    private const string NetworkAreas = "Areas of the network file";
    private const string Opel2024 = "Integrated OPEL framework 2024 to 2026, acute parameters";
    private const string FromArrival = "from arrival";
    private const string FromDecision = "from decision to admit";
    private const string SinceMidnight = "since local midnight";

    /// <summary>Patients in the emergency department.</summary>
    public static readonly Measure InDepartment = new(
        "ed.in-department", "In ED", "patients", "Arrived and not departed.", Ecds);

    /// <summary>Patients in resuscitation.</summary>
    public static readonly Measure InResuscitation = InArea("resuscitation", "In resuscitation");

    /// <summary>Patients in majors.</summary>
    public static readonly Measure InMajors = InArea("majors", "In majors");

    /// <summary>Patients in minors.</summary>
    public static readonly Measure InMinors = InArea("minors", "In minors");

    /// <summary>Patients in the children's area.</summary>
    public static readonly Measure InChildren = InArea("children", "In children's ED");

    /// <summary>Patients in urgent treatment.</summary>
    public static readonly Measure InUrgentTreatment = InArea("urgent-treatment", "In urgent treatment");

    /// <summary>Patients elsewhere in the department.</summary>
    public static readonly Measure InOtherArea = new(
        "ed.in-other-area", "In another area of ED", "patients",
        "In department, in a ward that the network file gives no area, or in a place that is not told or not mapped.",
        NetworkAreas);

    /// <summary>Patients whose acuity is immediate.</summary>
    public static readonly Measure AcuityImmediate = OfAcuity("1", "Immediate");

    /// <summary>Patients whose acuity is very urgent.</summary>
    public static readonly Measure AcuityVeryUrgent = OfAcuity("2", "Very urgent");

    /// <summary>Patients whose acuity is urgent.</summary>
    public static readonly Measure AcuityUrgent = OfAcuity("3", "Urgent");

    /// <summary>Patients whose acuity is standard.</summary>
    public static readonly Measure AcuityStandard = OfAcuity("4", "Standard");

    /// <summary>Patients whose acuity is low.</summary>
    public static readonly Measure AcuityLow = OfAcuity("5", "Low acuity");

    /// <summary>Patients whose acuity is not known.</summary>
    public static readonly Measure AcuityUnknown = new(
        "ed.acuity-unknown", "Acuity not known", "patients", "In department and acuity not told yet.", Ecds);

    /// <summary>Adult majors and resuscitation spaces.</summary>
    public static readonly Measure MajorsResusSpaces = new(
        "ed.majors-resus-spaces", "Majors and resuscitation spaces", "spaces",
        "Core and declared escalation spaces of adult majors and resuscitation, less those closed.", NetworkAreas);

    /// <summary>Occupancy of adult majors and resuscitation.</summary>
    public static readonly Measure MajorsResusOccupancy = new(
        "ed.majors-resus-occupancy", "Majors and resuscitation occupancy", "percent",
        "Patients in adult majors and resuscitation as a share of their spaces; over 100 when patients outnumber them.",
        "OPEL framework 2023/24 and 2024 to 2026: majors and resuscitation occupancy",
        Better: Better.Lower);

    private static Measure InArea(string area, string name) => new(
        "ed.in-" + area, name, "patients", "In department, in a ward that the network file gives this "
            + "area.", NetworkAreas);

    private static Measure OfAcuity(string acuity, string name) => new(
        "ed.acuity-" + acuity, name, "patients",
        "In department, with this acuity at initial assessment.",
        "ECDS acuity, SNOMED CT reference set 999003061000000107");
}
