using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>Names of places in what is told.</summary>
internal static class PlaceNames
{
    /// <summary>
    /// The name of a site, partner, virtual ward or of the whole system; its code when there is none.
    /// </summary>
    public static string NameOf(this NetworkMap network, string code) =>
        network.Sites.FirstOrDefault(site => Is(site.Code, code))?.Name
        ?? network.Partners.FirstOrDefault(partner => Is(partner.Code, code))?.Name
        ?? network.VirtualWards.FirstOrDefault(ward => Is(ward.Code, code))?.Name
        ?? (Is(network.Code, code) ? network.Name : code);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
