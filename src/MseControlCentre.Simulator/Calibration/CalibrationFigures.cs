using System.Text.Json;

namespace MseControlCentre.Simulator.Calibration;

/// <summary>A figure and where it comes from.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Source">The publication, or <c>Assumption:</c> and the reason.</param>
public sealed record Sourced<T>(T Value, string Source);

/// <summary>A site's share of the whole, and how its patient system records an admission through the ED.</summary>
/// <param name="Attendances">Share of attendances.</param>
/// <param name="Admissions">Share of emergency admissions.</param>
/// <param name="Style">NewVisit, ClassChange or SameVisit.</param>
public sealed record SiteShare(double Attendances, double Admissions, string Style);

/// <summary>Shares by ODS site code.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Sites">The shares.</param>
public sealed record SiteShares(string Source, IReadOnlyDictionary<string, SiteShare> Sites);

/// <summary>One of the 37 national reasons for a delayed discharge.</summary>
/// <param name="Reason">Its text.</param>
/// <param name="Slug">Short name of the reason in the identity of its figure.</param>
/// <param name="Weight">Mean number of patients.</param>
/// <param name="Pathways">Pathways it is given for.</param>
/// <param name="Owner">Type of partner that can unblock it.</param>
public sealed record DelayReason(string Reason, string Slug, double Weight, IReadOnlyList<int> Pathways, string Owner);

/// <summary>The reasons together.</summary>
/// <param name="Source">Where the weights come from.</param>
/// <param name="Reasons">The reasons.</param>
public sealed record DelayReasons(string Source, IReadOnlyList<DelayReason> Reasons);

/// <summary>What a simulated day is made to resemble: the content of <c>calibration.json</c>. Lists by weekday start on
/// Monday; lists by hour are percentages of the day from hour 0.</summary>
public sealed record CalibrationFigures
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Reference beds; meaning and source in the file.</summary>
    public required Sourced<double> ReferenceBeds { get; init; }

    /// <summary>Attendances per day; meaning and source in the file.</summary>
    public required Sourced<double> AttendancesPerDay { get; init; }

    /// <summary>Attendance weekday; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> AttendanceWeekday { get; init; }

    /// <summary>Attendance hour; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> AttendanceHour { get; init; }

    /// <summary>Ambulances per day; meaning and source in the file.</summary>
    public required Sourced<double> AmbulancesPerDay { get; init; }

    /// <summary>Ambulance hour; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> AmbulanceHour { get; init; }

    /// <summary>Handover median minutes; meaning and source in the file.</summary>
    public required Sourced<double> HandoverMedianMinutes { get; init; }

    /// <summary>Handover sigma; meaning and source in the file.</summary>
    public required Sourced<double> HandoverSigma { get; init; }

    /// <summary>Handover long share; meaning and source in the file.</summary>
    public required Sourced<double> HandoverLongShare { get; init; }

    /// <summary>Handover long mean minutes; meaning and source in the file.</summary>
    public required Sourced<double> HandoverLongMeanMinutes { get; init; }

    /// <summary>Emergency admissions per day; meaning and source in the file.</summary>
    public required Sourced<double> EmergencyAdmissionsPerDay { get; init; }

    /// <summary>Admitted through ed; meaning and source in the file.</summary>
    public required Sourced<double> AdmittedThroughEd { get; init; }

    /// <summary>Paediatric share; meaning and source in the file.</summary>
    public required Sourced<double> PaediatricShare { get; init; }

    /// <summary>Same day share; meaning and source in the file.</summary>
    public required Sourced<double> SameDayShare { get; init; }

    /// <summary>Deaths per day; meaning and source in the file.</summary>
    public required Sourced<double> DeathsPerDay { get; init; }

    /// <summary>Discharges per day; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> DischargesPerDay { get; init; }

    /// <summary>Discharge hour; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> DischargeHour { get; init; }

    /// <summary>Elective weekday; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> ElectiveWeekday { get; init; }

    /// <summary>No criteria to reside; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> NoCriteriaToReside { get; init; }

    /// <summary>No criteria share of discharges; meaning and source in the file.</summary>
    public required Sourced<double> NoCriteriaShareOfDischarges { get; init; }

    /// <summary>Complex share; meaning and source in the file.</summary>
    public required Sourced<double> ComplexShare { get; init; }

    /// <summary>Simple wait days; meaning and source in the file.</summary>
    public required Sourced<double> SimpleWaitDays { get; init; }

    /// <summary>Complex wait days; meaning and source in the file.</summary>
    public required Sourced<double> ComplexWaitDays { get; init; }

    /// <summary>Pathway mix; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> PathwayMix { get; init; }

    /// <summary>Short stay days; meaning and source in the file.</summary>
    public required Sourced<double> ShortStayDays { get; init; }

    /// <summary>Long stay days; meaning and source in the file.</summary>
    public required Sourced<double> LongStayDays { get; init; }

    /// <summary>Long stay share; meaning and source in the file.</summary>
    public required Sourced<double> LongStayShare { get; init; }

    /// <summary>Stays7; meaning and source in the file.</summary>
    public required Sourced<double> Stays7 { get; init; }

    /// <summary>Stays21; meaning and source in the file.</summary>
    public required Sourced<double> Stays21 { get; init; }

    /// <summary>Adult occupancy; meaning and source in the file.</summary>
    public required Sourced<double> AdultOccupancy { get; init; }

    /// <summary>Share of general and acute beds occupied; source in the file.</summary>
    public required Sourced<double> Occupancy { get; init; }

    /// <summary>General and acute beds occupied; source in the file.</summary>
    public required Sourced<double> BedsOccupied { get; init; }

    /// <summary>Paediatric occupancy; meaning and source in the file.</summary>
    public required Sourced<double> PaediatricOccupancy { get; init; }

    /// <summary>Critical care occupancy; meaning and source in the file.</summary>
    public required Sourced<double> CriticalCareOccupancy { get; init; }

    /// <summary>Critical care stay days; meaning and source in the file.</summary>
    public required Sourced<double> CriticalCareStayDays { get; init; }

    /// <summary>Paediatric stay days; meaning and source in the file.</summary>
    public required Sourced<double> PaediatricStayDays { get; init; }

    /// <summary>Four hour breaches; meaning and source in the file.</summary>
    public required Sourced<double> FourHourBreaches { get; init; }

    /// <summary>Share of emergency admissions waiting over four hours from the decision; source in the file.</summary>
    public required Sourced<double> FourHourBedWaits { get; init; }

    /// <summary>Ed not admitted median minutes; meaning and source in the file.</summary>
    public required Sourced<double> EdNotAdmittedMedianMinutes { get; init; }

    /// <summary>Ed not admitted sigma; meaning and source in the file.</summary>
    public required Sourced<double> EdNotAdmittedSigma { get; init; }

    /// <summary>Bed wait median minutes; meaning and source in the file.</summary>
    public required Sourced<double> BedWaitMedianMinutes { get; init; }

    /// <summary>Bed wait sigma; meaning and source in the file.</summary>
    public required Sourced<double> BedWaitSigma { get; init; }

    /// <summary>Ed acuity; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> EdAcuity { get; init; }

    /// <summary>Ed acuity ambulance; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> EdAcuityAmbulance { get; init; }

    /// <summary>Ed left share; meaning and source in the file.</summary>
    public required Sourced<double> EdLeftShare { get; init; }

    /// <summary>Virtual ward occupancy; meaning and source in the file.</summary>
    public required Sourced<double> VirtualWardOccupancy { get; init; }

    /// <summary>Virtual ward stay days; meaning and source in the file.</summary>
    public required Sourced<double> VirtualWardStayDays { get; init; }

    /// <summary>Admit by acuity; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> AdmitByAcuity { get; init; }

    /// <summary>Admit by acuity ambulance; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> AdmitByAcuityAmbulance { get; init; }

    /// <summary>Emergency calls per day; meaning and source in the file.</summary>
    public required Sourced<double> EmergencyCallsPerDay { get; init; }

    /// <summary>Emergency call categories; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> EmergencyCallCategories { get; init; }

    /// <summary>Response median minutes; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> ResponseMedianMinutes { get; init; }

    /// <summary>Response sigma; meaning and source in the file.</summary>
    public required Sourced<IReadOnlyList<double>> ResponseSigma { get; init; }

    /// <summary>Conveyed share of responses; meaning and source in the file.</summary>
    public required Sourced<double> ConveyedShareOfResponses { get; init; }

    /// <summary>Mental health share; meaning and source in the file.</summary>
    public required Sourced<double> MentalHealthShare { get; init; }

    /// <summary>Mental health wait median hours; meaning and source in the file.</summary>
    public required Sourced<double> MentalHealthWaitMedianHours { get; init; }

    /// <summary>Referred share not admitted; meaning and source in the file.</summary>
    public required Sourced<double> ReferredShareNotAdmitted { get; init; }

    /// <summary>Virtual ward suitable share; meaning and source in the file.</summary>
    public required Sourced<double> VirtualWardSuitableShare { get; init; }

    /// <summary>What each site has of the whole.</summary>
    public required SiteShares SiteShares { get; init; }

    /// <summary>Why discharges are delayed.</summary>
    public required DelayReasons DelayReasons { get; init; }

    /// <summary>Reads the figures that come with the simulator.</summary>
    public static CalibrationFigures Load()
    {
        using var stream = typeof(CalibrationFigures).Assembly.GetManifestResourceStream("calibration.json")
            ?? throw new InvalidOperationException("calibration.json is not embedded in the simulator.");
        return JsonSerializer.Deserialize<CalibrationFigures>(stream, s_json)
            ?? throw new InvalidOperationException("calibration.json is empty.");
    }
}
