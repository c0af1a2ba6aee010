using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Discharges;

/// <summary>Discharges and delays: what is measured, from which clock, by whose definition.</summary>
public static class DischargeMeasures
{
    private const string Discharge =
        "Acute discharge situation report technical specification, 27 May 2024";

    /// <summary>Discharges since midnight.</summary>
    public static readonly Measure DischargesToday = new(
        "discharge.today", "Discharged today", "patients",
        "Inpatients discharged since local midnight.", Discharge);

    /// <summary>Discharges in the last hour.</summary>
    public static readonly Measure DischargesLastHour = new(
        "discharge.last-hour", "Discharged in the last hour", "patients",
        "Inpatients discharged in the last 60 minutes.", Discharge);

    /// <summary>Definite discharges still to come today.</summary>
    public static readonly Measure DefiniteDischarges = new(
        "discharge.definite", "Definite discharges left", "patients",
        "Inpatients with a definite discharge planned for today or overdue.", "Ward lists");

    /// <summary>Potential discharges still to come today.</summary>
    public static readonly Measure PotentialDischarges = new(
        "discharge.potential", "Potential discharges left", "patients",
        "Inpatients with a potential discharge planned for today or overdue.", "Ward lists");

    /// <summary>Inpatients with no criteria to reside.</summary>
    public static readonly Measure NoCriteriaToReside = new(
        "discharge.no-criteria-to-reside", "No criteria to reside", "patients",
        "Inpatients whose newest assessment says that the criteria to reside are not met.", Discharge);
}
