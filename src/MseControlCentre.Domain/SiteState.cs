using MseControlCentre.Domain.Encounters;

namespace MseControlCentre.Domain;

/// <summary>
/// The patients of one site, by where they are. A site's state never reaches into another's; who is in which follows
/// from the encounters alone.
/// </summary>
internal sealed class SiteState
{
    /// <summary>In the emergency department.</summary>
    public HashSet<Encounter> InDepartment { get; } = [];

    /// <summary>In a bed or on leave from one.</summary>
    public HashSet<Encounter> Inpatients { get; } = [];

    /// <summary>Expected: their admission is planned.</summary>
    public HashSet<Encounter> Expected { get; } = [];

    public void Add(Encounter encounter) => GroupOf(encounter.Standing.Phase)?.Add(encounter);

    public void Remove(Encounter encounter, EncounterPhase was) => GroupOf(was)?.Remove(encounter);

    private HashSet<Encounter>? GroupOf(EncounterPhase phase) => phase switch
    {
        EncounterPhase.InDepartment => InDepartment,
        EncounterPhase.Inpatient => Inpatients,
        EncounterPhase.Expected => Expected,
        _ => null,
    };
}
