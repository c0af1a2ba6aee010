using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>What people call scopes, figures and places.</summary>
/// <param name="picture">The picture they are in.</param>
/// <param name="network">The network file.</param>
public sealed class FigureNames(Picture picture, NetworkMap network)
{
    /// <summary>
    /// Name of a scope: of the system, a site, a ward with its site, a virtual ward, unit or partner.
    /// </summary>
    public string Scope(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var slash = code.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return Place(code) ?? code;
        }

        return Same(code, network.Code) ? network.Name
            : network.Sites.FirstOrDefault(site => Same(site.Code, code))?.Name
            ?? network.VirtualWards.FirstOrDefault(ward => Same(ward.Code, code))?.Name
            ?? network.CommunityUnits.FirstOrDefault(unit => Same(unit.Code, code))?.Name
            ?? network.Partners.FirstOrDefault(partner => Same(partner.Code, code))?.Name
            ?? code;
    }

    /// <summary>Name of a place <c>site</c> or <c>site/ward</c>; the code where the network file has no name.</summary>
    public string? Place(string? place)
    {
        if (place is null)
        {
            return null;
        }

        var parts = place.Split('/', 2);
        if (network.Sites.FirstOrDefault(one => Same(one.Code, parts[0])) is not { } site)
        {
            return parts.Length == 1 ? Scope(place) : place;
        }

        return parts.Length == 1
            ? site.Name
            : $"{site.Name}, {site.Wards.FirstOrDefault(ward => Same(ward.Code, parts[1]))?.Name ?? parts[1]}";
    }

    /// <summary>Name of a figure with its scope; its identity when the picture has none like it.</summary>
    public string Figure(string figureId) => picture.Find(figureId) is { } figure
        ? $"{figure.Measure.Name}, {Scope(figure.Scope)}"
        : figureId;

    /// <summary>Unit of a figure; null when the picture has none like it.</summary>
    public string? Unit(string figureId) => picture.Find(figureId)?.Measure.Unit;

    /// <summary>Name of a feed; its identity when the network file has none like it.</summary>
    public string Feed(string id) => network.Feeds.FirstOrDefault(feed => Same(feed.Id, id))?.Name ?? id;

    /// <summary>The same measure in other scopes of the same kind and above.</summary>
    public IReadOnlyList<(string Name, Figure Figure)> Elsewhere(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return
        [
            .. picture.Sites.Select(site => site.Figures).Prepend(picture.Figures)
                .Select(figures => figures.Find(figure.Measure.Id))
                .OfType<Figure>()
                .Where(other => !Same(other.Scope, figure.Scope))
                .Select(other => (Scope(other.Scope), other)),
        ];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
