using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

public static partial class BedMeasures
{
    private const string OpenCriticalCare =
        "Beds declared available for level 2 and 3 patients, or the open beds of the ward where none are declared; "
        + "never fewer than are occupied: an unfunded bed that is occupied counts.";

    /// <summary>Critical care beds occupied.</summary>
    public static readonly Measure CriticalCareOccupied = new(
        "beds.critical-care-occupied",
        "Critical care occupied",
        "beds",
        "Patients in adult critical care beds.",
        Sitrep);

    /// <summary>Critical care beds open.</summary>
    public static readonly Measure CriticalCareOpen = new(
        "beds.critical-care-open", "Critical care open", "beds", "Adult critical care. " + OpenCriticalCare, Sitrep);

    /// <summary>Level 2 beds open.</summary>
    public static readonly Measure CriticalCareLevel2Open = new(
        "beds.critical-care-level-2-open", "Critical care level 2 open", "beds",
        "Beds declared available for level 2 patients by the adult critical care wards; unknown while one has not "
            + "said.",
        Sitrep);

    /// <summary>Level 3 beds open.</summary>
    public static readonly Measure CriticalCareLevel3Open = new(
        "beds.critical-care-level-3-open", "Critical care level 3 open", "beds",
        "Beds declared available for level 3 patients by the adult critical care wards; unknown while one has not "
            + "said.",
        Sitrep);

    /// <summary>Children's critical care beds open.</summary>
    public static readonly Measure PaediatricCriticalCareOpen = new(
        "beds.paediatric-critical-care-open", "Children's critical care open", "beds",
        "Critical care for children. " + OpenCriticalCare, Sitrep);

    /// <summary>Children's critical care beds occupied.</summary>
    public static readonly Measure PaediatricCriticalCareOccupied = new(
        "beds.paediatric-critical-care-occupied", "Children's critical care occupied", "beds",
        "Patients in critical care beds for children.", Sitrep);

    /// <summary>Neonatal critical care cots open.</summary>
    public static readonly Measure NeonatalCriticalCareOpen = new(
        "beds.neonatal-critical-care-open", "Neonatal critical care open", "beds",
        "Neonatal critical care. " + OpenCriticalCare, Sitrep);

    /// <summary>Neonatal critical care cots occupied.</summary>
    public static readonly Measure NeonatalCriticalCareOccupied = new(
        "beds.neonatal-critical-care-occupied", "Neonatal critical care occupied", "beds",
        "Patients in neonatal critical care cots.", Sitrep);
}
