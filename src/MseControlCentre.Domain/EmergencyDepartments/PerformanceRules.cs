using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>The four-hour standard, of all departures today and by type of department.</summary>
internal static class PerformanceRules
{
    public static IEnumerable<FigureRule> For(Thresholds limits, WardKinds wards)
    {
        var standard = TimeSpan.FromHours(limits.EdStandard.Value);
        var departed = EmergencyDepartmentPopulations.DepartedToday;
        return
        [
            Performance(EmergencyDepartmentMeasures.EdPerformanceToday, departed, standard),
            Performance(EmergencyDepartmentMeasures.PerformanceType1Today, OfType("01", wards), standard),
            Performance(EmergencyDepartmentMeasures.PerformanceType2Today, OfType("02", wards), standard),
            Performance(EmergencyDepartmentMeasures.PerformanceType3Today, OfType("03", wards), standard),
            new CountRule<FlowMark>(
                EmergencyDepartmentMeasures.BreachesToday,
                Scope.SiteAndSystem,
                departed,
                (mark, _) => mark.Took > standard),
        ];
    }

    private static ShareRule<FlowMark> Performance(Measure measure, Population<FlowMark> departed, TimeSpan standard) =>
        new(measure, Scope.SiteAndSystem, departed, (mark, _) => mark.Took <= standard);

    private static Population<FlowMark> OfType(string type, WardKinds wards) =>
        EmergencyDepartmentPopulations.DepartedToday.Where((mark, _) =>
            string.Equals(TypeOf(mark, wards), type, StringComparison.Ordinal));

    /// <summary>
    /// The type that the feed told of the attendance, else that of the ward the patient left the department from; null
    /// when neither is known.
    /// </summary>
    private static string? TypeOf(FlowMark departure, WardKinds wards) =>
        departure.Group ?? wards.Find(departure.Site, departure.Ward)?.DepartmentType;
}
