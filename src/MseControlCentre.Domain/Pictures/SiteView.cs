using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures;

/// <summary>What a picture reads of one site.</summary>
internal sealed record SiteView(
    Site Site,
    IReadOnlyCollection<Encounter> InDepartment,
    IReadOnlyCollection<Encounter> Inpatients,
    IReadOnlyCollection<Encounter> Expected,
    IReadOnlyList<Story<ConveyanceStanding>> Conveyances,
    IReadOnlyList<WardBeds> Wards,
    MarkLog Log);

/// <summary>The beds of one ward, counted.</summary>
/// <param name="Ward">The ward.</param>
/// <param name="Open">Beds open, core and escalation, closed ones left out.</param>
/// <param name="Escalation">Of these, escalation beds.</param>
/// <param name="Closed">Beds closed.</param>
/// <param name="ClosedForInfection">Of these, beds closed for infection.</param>
/// <param name="ClosedReason">Why declared beds are closed, as it was declared; null when not told or none is.</param>
/// <param name="Occupied">Patients in it, leave left out.</param>
/// <param name="Reserved">Patients on leave from it.</param>
/// <param name="Capacity">How far the number of open beds can be trusted, and who said it.</param>
internal sealed record WardBeds(
    Ward Ward,
    int Open,
    int Escalation,
    int Closed,
    int ClosedForInfection,
    string? ClosedReason,
    int Occupied,
    int Reserved,
    Trust Capacity)
{
    /// <summary>Of the open beds, core ones. Beds reported closed one by one are taken to be core.</summary>
    public int Core => Open - Escalation;
}
