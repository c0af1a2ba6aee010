using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>A place or organisation that may have an escalation or be asked for help.</summary>
/// <param name="Code">Its code in the network file.</param>
/// <param name="Name">Its name as people say it.</param>
/// <param name="Subject">Whose it is: who may escalate for that answers for it.</param>
public sealed record EscalationPlace(string Code, string Name, Subject Subject);

/// <summary>The places and organisations of a network.</summary>
public static class EscalationPlaces
{
    /// <summary>Sites, the whole system, partners, virtual wards, community units and the ambulance service.</summary>
    public static IReadOnlyList<EscalationPlace> Of(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return
        [
            .. OfEscalations(network),
            .. network.Partners.Select(one => Provided(one.Code, one.Name, one.Code)),
            .. network.VirtualWards.Select(one => Provided(one.Code, one.Name, one.Provider)),
            .. network.CommunityUnits.Select(one => Provided(one.Code, one.Name, one.Provider)),
            Provided(network.AmbulanceService.Code, network.AmbulanceService.Name, network.AmbulanceService.Code),
        ];
    }

    /// <summary>Where escalations may be: the sites and the whole system.</summary>
    public static IReadOnlyList<EscalationPlace> OfEscalations(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return
        [
            .. network.Sites.Select(site => new EscalationPlace(site.Code, site.Name, Subject.OfSite(site.Code))),
            new(network.Code, "The whole system", Subject.System),
        ];
    }

    /// <summary>A place by its code; null when the network has none.</summary>
    public static EscalationPlace? Find(NetworkMap network, string code) =>
        Of(network).FirstOrDefault(place => string.Equals(place.Code, code, StringComparison.Ordinal));

    private static EscalationPlace Provided(string code, string name, string provider) =>
        new(code, name, Subject.OfOrganisation(provider));
}
