using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

public static partial class BedMeasures
{
    private const string Nights = "nights since admission by the local calendar; leave does not stop it";

    /// <summary>Stays of seven nights or more.</summary>
    public static readonly Measure LongStay7 = LongStay(7);

    /// <summary>Stays of fourteen nights or more.</summary>
    public static readonly Measure LongStay14 = LongStay(14);

    /// <summary>Stays of twenty-one nights or more.</summary>
    public static readonly Measure LongStay21 = LongStay(21);

    /// <summary>Outliers.</summary>
    public static readonly Measure Outliers = new(
        "beds.outliers", "Outliers", "patients",
        "Patients in a ward whose divisions do not include that of their specialty, leave excluded. Patients whose "
            + "specialty is not told or not listed, and wards without divisions, tell nothing.",
        "Specialties and divisions of the network file",
        Better: Better.Lower);

    /// <summary>Emergency admissions since midnight.</summary>
    public static readonly Measure EmergencyAdmissionsToday = new(
        "beds.emergency-admissions-today", "Emergency admissions today", "patients",
        "Admissions since local midnight through the emergency department or with an emergency admission method.",
        "NHS Data Dictionary, admission method",
        SinceMidnight);

    /// <summary>Admissions expected for the rest of the day.</summary>
    public static readonly Measure ExpectedAdmissions = new(
        "beds.expected-admissions", "Admissions expected by midnight", "patients",
        "For each site the emergency admissions that the same hours usually bring, at least the patients who wait for "
            + "a "
            + "bed in the emergency department, and the planned admissions still due today; in whole patients.",
        "Same hours of earlier weeks, or the usual day of the network file",
        "from now to local midnight");

    /// <summary>Predicted beds at midnight.</summary>
    public static readonly Measure PredictedMidnight = new(
        "beds.predicted-midnight", "Predicted beds at midnight", "beds",
        "Free now, and definite and potential discharges left, less the admissions expected; below zero is a "
            + "shortfall.",
        "Predicted position tonight",
        "at the next local midnight",
        Better.Higher);

    /// <summary>Share of beds with patients who have no criteria to reside.</summary>
    public static readonly Measure NoCriteriaShare = new(
        "beds.no-criteria-share", "Beds with no criteria to reside", "percent",
        "Of patients in general and acute beds, those whose newest assessment says that the criteria to reside are not "
            + "met; a patient never assessed is taken to meet them.",
        "OPEL framework 2023/24: share of beds occupied by patients with no criteria to reside",
        Better: Better.Lower);

    private static Measure LongStay(int nights) => new(
        $"beds.long-stay-{nights}",
        $"In hospital {nights} nights or more",
        "patients",
        $"Patients of general and acute beds, leave included, for {nights} or more {Nights}.",
        Sitrep,
        "nights since admission",
        Better.Lower);
}
