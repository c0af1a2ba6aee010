using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>A code that a column takes, with the name people know it by.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
public sealed record NamedCode(string Code, string Name);

/// <summary>The codes of a network that declarations are about.</summary>
public sealed class NetworkCodes(NetworkMap network)
{
    /// <summary>
    /// The codes that a column of codes takes, in the order of the network file; none for other columns. Of wards,
    /// those of a site.
    /// </summary>
    public IReadOnlyList<NamedCode> Of(ColumnType type, string? site) => type switch
    {
        ColumnType.Site => Sites(),
        ColumnType.Organisation => Organisations(),
        ColumnType.Ward => [.. network.Sites
            .Where(one => string.Equals(one.Code, site, StringComparison.Ordinal))
            .SelectMany(one => one.Wards.Select(ward => new NamedCode(ward.Code, ward.Name)))],
        ColumnType.VirtualWard => [.. network.VirtualWards.Select(ward => new NamedCode(ward.Code, ward.Name))],
        ColumnType.CommunityUnit => [.. network.CommunityUnits.Select(unit => new NamedCode(unit.Code, unit.Name))],
        _ => [],
    };

    /// <summary>Every ward of every site.</summary>
    public IReadOnlyList<(NamedCode Site, IReadOnlyList<NamedCode> Wards)> Wards() =>
        [.. Sites().Select(site => (site, Of(ColumnType.Ward, site.Code)))];

    /// <summary>
    /// The site or provider of a declaration that names none itself: who runs the virtual ward or unit, or the
    /// ambulance service.
    /// </summary>
    public string ProviderOf(string? virtualWard, string? unit) =>
        network.ProviderOf(virtualWard) ?? network.ProviderOf(unit) ?? network.AmbulanceService.Code;

    /// <summary>Name of a site, provider or the system; its code when it has none.</summary>
    public string NameOf(string code) =>
        Organisations().FirstOrDefault(one => Is(one.Code, code))?.Name ?? code;

    private static bool Is(string code, string? other) => string.Equals(code, other, StringComparison.Ordinal);

    private IReadOnlyList<NamedCode> Sites() =>
        [.. network.Sites.Select(site => new NamedCode(site.Code, site.Name))];

    private IReadOnlyList<NamedCode> Organisations() =>
    [
        .. Sites(),
        .. network.Partners.Select(partner => new NamedCode(partner.Code, partner.Name))
            .Append(new NamedCode(network.AmbulanceService.Code, network.AmbulanceService.Name))
            .Append(new NamedCode(network.Code, network.Name))
            .DistinctBy(one => one.Code, StringComparer.Ordinal),
    ];
}
