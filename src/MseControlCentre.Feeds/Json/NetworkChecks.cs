using System.Collections.Frozen;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// Checks an event against the network: the site it happened at, and the wards, virtual wards and units it names. A
/// patient in a ward that is not known is kept as unmapped, since the patient is somewhere in the site.
/// </summary>
internal sealed class NetworkChecks
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _wards;
    private readonly FrozenSet<string> _others;
    private readonly FrozenSet<string> _virtualWards;
    private readonly FrozenSet<string> _units;
    private readonly string _network;

    public NetworkChecks(NetworkMap network)
    {
        _network = network.Code;
        _wards = network.Sites.ToFrozenDictionary(
            site => site.Code,
            site => site.Wards.Select(ward => ward.Code).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        _virtualWards = network.VirtualWards.Select(ward => ward.Code).ToFrozenSet(StringComparer.Ordinal);
        _units = network.CommunityUnits.Select(unit => unit.Code).ToFrozenSet(StringComparer.Ordinal);
        _others = network.Partners.Select(partner => partner.Code)
            .Concat(network.VirtualWards.Select(ward => ward.Provider))
            .Concat(network.CommunityUnits.Select(unit => unit.Provider))
            .Concat(network.Sites.Select(site => site.Organisation))
            .Append(network.AmbulanceService.Code)
            .Append(network.Code)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the code is an acute site, or an organisation of the network.</summary>
    public bool Knows(string site) => _wards.ContainsKey(site) || _others.Contains(site);

    /// <summary>The detail, with places that are not mapped marked as such.</summary>
    public EventDetail Check(EventDetail detail, string site, Feed feed)
    {
        if (!Knows(site) || (HappensAtAcuteSite(detail) && !_wards.ContainsKey(site)))
        {
            var sites = string.Join(", ", _wards.Keys.Order(StringComparer.Ordinal));
            throw new JsonRejectedException(
                "site", Shape.Of(site), $"one of the network's sites was expected: {sites}");
        }

        if (feed.Sites.Count > 0 && !feed.Sites.Contains(site, StringComparer.Ordinal))
        {
            throw new JsonRejectedException(
                "site", Shape.Of(site), $"a site of the feed {feed.Id} was expected: {string.Join(", ", feed.Sites)}");
        }

        if (BelongsToProvider(detail) && _wards.ContainsKey(site))
        {
            throw new JsonRejectedException(
                "site", "the code of an acute site", "the code of the provider, or of the whole system, was expected");
        }

        DeclarationChecks.Check(detail);
        switch (detail)
        {
            case EmergencyCallEvent when !string.Equals(site, _network, StringComparison.Ordinal):
                throw new JsonRejectedException(
                    "site", Shape.Of(site), $"the system's own code was expected, since a 999 call belongs to no site: "
                    + _network);
            case AmbulanceServiceDeclared { ReapLevel: < 1 or > 4 }:
                throw new JsonRejectedException(
                    "detail.reapLevel", "a number out of range", "a REAP level from 1 to 4 was expected");
            case BedStatusChanged one:
                RequireWard(one.Ward, site);
                break;
            case WardCapacityDeclared one:
                RequireWard(one.Ward, site);
                break;
            case VirtualWardStayEvent one:
                Require(_virtualWards, one.VirtualWard, "detail.virtualWard", "a virtual ward");
                break;
            case VirtualWardCapacityDeclared one:
                Require(_virtualWards, one.VirtualWard, "detail.virtualWard", "a virtual ward");
                break;
            case CriticalCareDeclared one:
                RequireWard(one.Ward, site);
                break;
            case VirtualWardSuitabilityAssessed { VirtualWard: { } ward }:
                Require(_virtualWards, ward, "detail.virtualWard", "a virtual ward");
                break;
            case IntermediateCareSlotsDeclared one:
                Require(_units, one.Unit, "detail.unit", "a community unit");
                break;
            case CommunityCapacityDeclared one:
                Require(_units, one.Unit, "detail.unit", "a community unit");
                break;
        }

        return WithMappedPlace(detail, site);
    }

    private EventDetail WithMappedPlace(EventDetail detail, string site) => detail switch
    {
        PatientAdmitted one => one with { Place = Mapped(one.Place, site)! },
        PatientTransferred one => one with { Place = Mapped(one.Place, site)! },
        EdAttendanceRegistered { Place: not null } one => one with { Place = Mapped(one.Place, site) },
        EncounterClassChanged { Place: not null } one => one with { Place = Mapped(one.Place, site) },
        EncounterUpdated { Place: not null } one => one with { Place = Mapped(one.Place, site) },
        AdmissionPlanned { Place: not null } one => one with { Place = Mapped(one.Place, site) },
        TransferPlanned { Place: not null } one => one with { Place = Mapped(one.Place, site) },
        _ => detail,
    };

    private Place Mapped(Place place, string site) => place.Ward is null || _wards[site].Contains(place.Ward)
        ? place
        : place with { Ward = null, Unmapped = place.Ward };

    private void RequireWard(string ward, string site) => Require(_wards[site], ward, "detail.ward",
        $"a ward of {site}");

    private static void Require(FrozenSet<string> known, string code, string field, string what)
    {
        if (!known.Contains(code))
        {
            throw new JsonRejectedException(field, Shape.Of(code), $"{what} in the network file was expected");
        }
    }

    private static bool BelongsToProvider(EventDetail detail) => detail is UrgentCommunityResponseDeclared
        or Nhs111DemandDeclared or OutOfHoursDemandDeclared;

    private static bool HappensAtAcuteSite(EventDetail detail) => detail is EncounterEvent or ConveyanceEvent
        or CohortOpened or CohortClosed or BedStatusChanged or WardCapacityDeclared or CriticalCareDeclared
        or EmergencyDepartmentDeclared or EncountersMerged;
}
