using System.Runtime.InteropServices;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Beds;

/// <summary>
/// A patient and the ward of the network file that they are in; null when their location is not mapped.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WardPatient(Encounter Encounter, Ward? Ward)
{
    public EncounterStanding Standing => Encounter.Standing;

    public bool IsOnLeave => Encounter.Standing.OnLeaveSince is not null;

    /// <summary>In a general and acute bed or on leave from one.</summary>
    public bool IsAcute => Ward?.IsGeneralAndAcute == true;

    public bool IsAdult => Ward?.Population == WardPopulation.Adult;

    /// <summary>In a critical care bed for a population.</summary>
    public bool IsInCriticalCare(WardPopulation population) => WardKinds.IsCriticalCare(Ward, population);
}
