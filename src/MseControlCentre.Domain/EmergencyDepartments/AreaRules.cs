using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>
/// Where in the department patients are, how urgent they are, and how full majors and resuscitation are.
/// </summary>
internal static class AreaRules
{
    public static IEnumerable<FigureRule> For(WardKinds wards)
    {
        var inAreas = EmergencyDepartmentPopulations.InAreas(wards);
        return
        [
            In(EmergencyDepartmentMeasures.InResuscitation, inAreas, DepartmentArea.Resuscitation),
            In(EmergencyDepartmentMeasures.InMajors, inAreas, DepartmentArea.Majors),
            In(EmergencyDepartmentMeasures.InMinors, inAreas, DepartmentArea.Minors),
            In(EmergencyDepartmentMeasures.InChildren, inAreas, DepartmentArea.Children),
            In(EmergencyDepartmentMeasures.InUrgentTreatment, inAreas, DepartmentArea.UrgentTreatment),
            In(EmergencyDepartmentMeasures.InOtherArea, inAreas, null),
            OfAcuity(EmergencyDepartmentMeasures.AcuityImmediate, inAreas, Acuity.Immediate),
            OfAcuity(EmergencyDepartmentMeasures.AcuityVeryUrgent, inAreas, Acuity.VeryUrgent),
            OfAcuity(EmergencyDepartmentMeasures.AcuityUrgent, inAreas, Acuity.Urgent),
            OfAcuity(EmergencyDepartmentMeasures.AcuityStandard, inAreas, Acuity.Standard),
            OfAcuity(EmergencyDepartmentMeasures.AcuityLow, inAreas, Acuity.Low),
            OfAcuity(EmergencyDepartmentMeasures.AcuityUnknown, inAreas, null),
            new WardBedsRule(
                EmergencyDepartmentMeasures.MajorsResusSpaces,
                Scope.SiteAndSystem,
                ward => IsMajorsOrResus(ward.Ward),
                ward => ward.Open,
                unknownWithoutWards: true),
            Occupancy(inAreas.Where((patient, _) => IsMajorsOrResus(patient.Ward))),
        ];
    }

    private static WorkedRule Occupancy(Population<WardPatient> inMajorsOrResus) => new(
        EmergencyDepartmentMeasures.MajorsResusOccupancy,
        Scope.SiteAndSystem,
        view => view.Figures[EmergencyDepartmentMeasures.MajorsResusSpaces].Value is { } spaces
            ? FigureList.Percent(view.Of(inMajorsOrResus).Count, spaces)
            : null,
        view => BedRules.FeedUnlessExpired(
            view, FeedSubject.EmergencyDepartment, EmergencyDepartmentMeasures.MajorsResusSpaces),
        view => view.Of(inMajorsOrResus).Select(patient => inMajorsOrResus.EvidenceOf(patient, view))
            .Append(Evidence.Of(view.Figures[EmergencyDepartmentMeasures.MajorsResusSpaces])));

    private static CountRule<WardPatient> In(Measure measure, Population<WardPatient> inAreas, DepartmentArea? area) =>
        new(measure, Scope.SiteAndSystem, inAreas, (patient, _) => patient.Ward?.Area == area);

    private static CountRule<WardPatient> OfAcuity(Measure measure, Population<WardPatient> inAreas, Acuity? acuity) =>
        new(measure, Scope.SiteAndSystem, inAreas, (patient, _) => patient.Standing.Acuity == acuity);

    /// <summary>Adult majors and resuscitation: the parameter leaves children's areas out.</summary>
    private static bool IsMajorsOrResus(Ward? ward) => ward is
    {
        Population: WardPopulation.Adult,
        Area: DepartmentArea.Majors or DepartmentArea.Resuscitation,
    };
}
