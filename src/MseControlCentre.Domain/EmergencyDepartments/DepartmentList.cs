using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>
/// Lists who is in the department: the same patients that its figures count, so that a list is never longer or shorter
/// than the figure above it.
/// </summary>
internal static class DepartmentList
{
    /// <summary>The patients of a scope, longest wait first; those whose arrival was not told last.</summary>
    public static IReadOnlyList<DepartmentPatient> Of(ScopeView view)
    {
        var wards = view.Sites.SelectMany(site => site.Site.Wards.Select(ward => (site.Site.Code, ward)))
            .ToDictionary(one => (one.Code, one.ward.Code), one => one.ward);
        return
        [
            .. view.Of(EncounterPopulations.InDepartment)
                .Select(encounter => Listed(encounter, WardOf(encounter.Standing)))
                .OrderBy(patient => patient.ArrivedAt ?? DateTimeOffset.MaxValue)
                .ThenBy(patient => patient.Encounter, StringComparer.Ordinal),
        ];

        Ward? WardOf(EncounterStanding standing) =>
            standing.Place?.Ward is { } code ? wards.GetValueOrDefault((standing.Site, code)) : null;
    }

    private static DepartmentPatient Listed(Encounter encounter, Ward? ward)
    {
        var standing = encounter.Standing;
        var (stage, since) = StageOf(standing);
        return new DepartmentPatient(
            encounter.Id,
            standing.ArrivedAt,
            ward?.Code,
            ward?.Area,
            ward is { Area: DepartmentArea.Children } or { Population: not WardPopulation.Adult },
            standing.Acuity,
            stage,
            since,
            standing.ReadyToProceedAt,
            string.Equals(standing.ReferredTo, EdReferredToService.MentalHealth, StringComparison.Ordinal));
    }

    /// <summary>In the order in which the figures take them: a decision to admit says that somebody saw them.</summary>
    private static (DepartmentStage Stage, DateTimeOffset? Since) StageOf(EncounterStanding standing) => standing switch
    {
        { DecisionToAdmitAt: { } decided } => (DepartmentStage.Bed, decided),
        { AssessedAt: null, SeenAt: null } => (DepartmentStage.Assessment, standing.ArrivedAt),
        { ReadyToProceedAt: { } ready } => (DepartmentStage.ReadyToProceed, ready),
        { ReferredTo: not null } => (DepartmentStage.Referred, standing.ReferredAt),
        { SeenAt: { } seen } => (DepartmentStage.Seen, seen),
        _ => (DepartmentStage.Treatment, standing.AssessedAt),
    };
}
