using System.Collections.Frozen;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Beds;

/// <summary>Finds wards of the network file, and tells their kinds apart.</summary>
internal sealed class WardKinds(NetworkMap network)
{
    // By site and then by ward: every picture looks up the ward of every patient.
    private readonly FrozenDictionary<string, FrozenDictionary<string, Ward>> _wards = network.Sites.ToFrozenDictionary(
        site => site.Code,
        site => site.Wards.ToFrozenDictionary(ward => ward.Code, StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The ward a patient is in; null when the location is not mapped.</summary>
    public Ward? Of(EncounterStanding standing) => Find(standing.Site, standing.Place?.Ward);

    /// <summary>A ward by its code; null when there is none.</summary>
    public Ward? Find(string site, string? ward) =>
        ward is not null && _wards.TryGetValue(site, out var wards) ? wards.GetValueOrDefault(ward) : null;

    public static bool IsCriticalCare(Ward? ward, WardPopulation population) =>
        ward is { Type: WardType.CriticalCare } && ward.Population == population;

    /// <summary>General and acute beds for adults.</summary>
    public static bool IsAdultAcute(Ward ward) =>
        ward.IsGeneralAndAcute && ward.Population == WardPopulation.Adult;

    /// <summary>
    /// General and acute beds for children: all that are not for adults, so that the two make the whole.
    /// </summary>
    public static bool IsPaediatricAcute(Ward ward) =>
        ward.IsGeneralAndAcute && ward.Population != WardPopulation.Adult;
}
