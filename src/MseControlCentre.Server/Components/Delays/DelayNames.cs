using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>What people call the parts of a delay.</summary>
/// <param name="network">The network file.</param>
public sealed class DelayNames(NetworkMap network)
{
    private const int ReferenceLength = 8;

    /// <summary>Pathways with what each is.</summary>
    public static IReadOnlyList<(string Value, string Name, string Meaning)> Pathways { get; } =
    [
        ("0", "Pathway 0", "home, no new support"),
        ("1", "Pathway 1", "home with support"),
        ("2", "Pathway 2", "community bed"),
        ("3", "Pathway 3", "care home"),
        (DelayedDischargeFilter.Unknown, "Not told", "pathway not told"),
    ];

    /// <summary>The pathway in an address.</summary>
    public static string PathwayOf(DelayedDischarge delay) => delay.Pathway is { } pathway
        ? ((int)pathway).ToString(CultureInfo.InvariantCulture)
        : DelayedDischargeFilter.Unknown;

    /// <summary>The owner in an address.</summary>
    public static string OwnerOf(DelayedDischarge delay) => delay.Owner ?? DelayedDischargeFilter.Unknown;

    /// <summary>The reason group in an address.</summary>
    public static string GroupOf(DelayedDischarge delay) => delay.Reason?.Group.Slug ?? DelayedDischargeFilter.Unknown;

    /// <summary>The ward in an address, with its site; null when the place is not mapped.</summary>
    public static string WardOf(DelayedDischarge delay) =>
        delay.Ward is { } ward ? $"{delay.Site}/{ward}" : DelayedDischargeFilter.Unknown;

    /// <summary>
    /// A short reference that tells patients apart: the beginning of the pseudonym, which the evidence behind a figure
    /// gives whole.
    /// </summary>
    public static string ReferenceOf(DelayedDischarge delay) => delay.Encounter.Length <= ReferenceLength
        ? delay.Encounter
        : delay.Encounter[..ReferenceLength];

    /// <summary>Why a patient waits, in words.</summary>
    public static string? ReasonOf(DelayedDischarge delay) =>
        delay.Reason?.Name ?? (delay.IsReasonTold ? "Reason not on the national list" : null);

    /// <summary>Name of a site.</summary>
    public string Site(string code) => Find(code)?.Name ?? code;

    /// <summary>Name of a ward; null when the place is not mapped.</summary>
    public string? Ward(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return delay.Ward is { } code
            ? Find(delay.Site)?.Wards.FirstOrDefault(ward => Same(ward.Code, code))?.Name ?? code
            : null;
    }

    /// <summary>Name of who can unblock a delay, in full.</summary>
    public string Owner(string code) => Same(code, DelayedDischargeFilter.Unknown)
        ? ShortNames.NobodyNamed
        : network.Partners.FirstOrDefault(partner => Same(partner.Code, code))?.Name ?? code;

    /// <summary>The same without the words that every reader adds by himself.</summary>
    public string ShortOwner(string code) => ShortNames.OfOwner(new DelayOwner(code, Owner(code), 0), network);

    private Site? Find(string code) => network.Sites.FirstOrDefault(site => Same(site.Code, code));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
