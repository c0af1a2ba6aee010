using System.Collections.Frozen;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Beds;

/// <summary>Finds the ward of the network file that a patient is in.</summary>
internal sealed class WardKinds(NetworkMap network)
{
    private readonly FrozenDictionary<(string Site, string Ward), Ward> _wards = network.Sites
        .SelectMany(site => site.Wards.Select(ward => ((site.Code, ward.Code), ward)))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.ward);

    /// <summary>The ward; null when the location is not mapped.</summary>
    public Ward? Of(EncounterStanding standing) =>
        standing.Place?.Ward is { } code ? _wards.GetValueOrDefault((standing.Site, code)) : null;

    public bool IsAcute(EncounterStanding standing) => Of(standing)?.IsGeneralAndAcute == true;

    public bool IsAdultCriticalCare(EncounterStanding standing) =>
        Of(standing) is { } ward && IsAdultCriticalCare(ward);

    public static bool IsAdultCriticalCare(Ward ward) =>
        ward is { Type: WardType.CriticalCare, Population: WardPopulation.Adult };
}
