using System.Collections.Frozen;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Beds;

/// <summary>Finds wards of the network file, and tells their kinds apart.</summary>
internal sealed class WardKinds(NetworkMap network)
{
    private readonly FrozenDictionary<(string Site, string Ward), Ward> _wards = network.Sites
        .SelectMany(site => site.Wards.Select(ward => ((site.Code, ward.Code), ward)))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.ward);

    /// <summary>The ward a patient is in; null when the location is not mapped.</summary>
    public Ward? Of(EncounterStanding standing) => Find(standing.Site, standing.Place?.Ward);

    /// <summary>A ward by its code; null when there is none.</summary>
    public Ward? Find(string site, string? ward) =>
        ward is null ? null : _wards.GetValueOrDefault((site, ward));

    public static bool IsCriticalCare(Ward? ward, WardPopulation population) =>
        ward is { Type: WardType.CriticalCare } && ward.Population == population;

    /// <summary>General and acute beds for adults.</summary>
    public static bool IsAdultAcute(Ward ward) =>
        ward.IsGeneralAndAcute && ward.Population == WardPopulation.Adult;

    /// <summary>General and acute beds for children: all that are not for adults, so that the two make the whole.</summary>
    public static bool IsPaediatricAcute(Ward ward) =>
        ward.IsGeneralAndAcute && ward.Population != WardPopulation.Adult;
}
