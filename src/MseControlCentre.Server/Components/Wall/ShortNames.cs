using System.Text.RegularExpressions;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// Names that fit a wall. They are the names of the network file with the words left out that every reader adds by
/// himself; nothing is cut in the middle.
/// </summary>
public static partial class ShortNames
{
    /// <summary>Said of patients for whom the feed has named nobody.</summary>
    public const string NobodyNamed = "Not yet named";

    // The picture's code for "the feed names no owner".
    private const string NobodyCode = "unknown";

    /// <summary>A virtual ward without the words "virtual ward", which stand above the list.</summary>
    public static string OfVirtualWard(string name) => Kept(name, VirtualWard().Replace(name, ""));

    /// <summary>Who can unblock a delay.</summary>
    public static string OfOwner(DelayOwner owner, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(network);
        if (string.Equals(owner.Code, NobodyCode, StringComparison.Ordinal))
        {
            return NobodyNamed;
        }

        // "Essex Partnership University NHS Foundation Trust (EPUT)": people say EPUT.
        if (Abbreviation().Match(owner.Name) is { Success: true } abbreviation)
        {
            return abbreviation.Groups["said"].Value;
        }

        var name = Council().Replace(Trust().Replace(Aside().Replace(owner.Name, ""), ""), " council");
        name = Health().Replace(name, match => match.Groups["first"].Value.ToUpperInvariant());
        if (string.Equals(name, network.Name, StringComparison.OrdinalIgnoreCase))
        {
            // The trust is called as the system is: what it is tells them apart.
            var partner = network.Partners.FirstOrDefault(
                partner => string.Equals(partner.Code, owner.Code, StringComparison.Ordinal));
            return partner?.Type is PartnerType.Hospital ? "Hospital trust" : owner.Name;
        }

        // Without its place a "council" is any council.
        return name.StartsWith(network.Name + " ", StringComparison.OrdinalIgnoreCase)
            && char.IsUpper(name[network.Name.Length + 1])
            ? name[(network.Name.Length + 1)..]
            : Kept(owner.Name, name);
    }

    private static string Kept(string name, string shorter) => shorter.Trim() is { Length: > 0 } kept ? kept : name;

    [GeneratedRegex(@"\s*\bvirtual wards?\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VirtualWard();

    [GeneratedRegex(@"\((?<said>\p{Lu}[\p{Lu}\d]+)\)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\s*\([^)]*\)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s+NHS (?:Foundation )?Trust$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trust();

    [GeneratedRegex(
        @"\s+(?:(?:County|City|Borough|District|Unitary) )?Council$",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Council();

    // "NHS continuing healthcare": everybody here is the NHS.
    [GeneratedRegex(@"^NHS (?<first>\p{Ll})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Health();
}
