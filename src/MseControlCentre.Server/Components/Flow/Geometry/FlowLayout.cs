namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>
/// Where everything of the map is drawn. It depends on the network alone, never on figures: nothing moves when a figure
/// changes. Places stand in columns, links that pass a column have a lane in it, and what is said of a link has a room
/// of its own beside the place where it ends.
/// </summary>
public sealed class FlowLayout
{
    internal FlowLayout(
        FlowColumns columns,
        double height,
        IReadOnlyList<SiteFrame> sites,
        IReadOnlyDictionary<string, Box> places,
        IReadOnlyDictionary<string, FlowRoute> routes)
    {
        Columns = columns;
        Height = height;
        Frames = [.. sites.Select(site => (site.Box, site.Title))];
        Places = places;
        Routes = routes;
    }

    /// <summary>Where the columns stand.</summary>
    public FlowColumns Columns { get; }

    /// <summary>Width of the drawing.</summary>
    public double Width => Columns.Width;

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>The frame of each site and the room for its name, in the order of the sites.</summary>
    public IReadOnlyList<(Box Box, Box Title)> Frames { get; }

    /// <summary>Every place, by its name in <see cref="FlowIds"/>.</summary>
    public IReadOnlyDictionary<string, Box> Places { get; }

    /// <summary>Every link, by its name in <see cref="FlowIds"/>.</summary>
    public IReadOnlyDictionary<string, FlowRoute> Routes { get; }

    /// <summary>Lays out a network.</summary>
    /// <param name="sites">Code and name of each site, from the top.</param>
    /// <param name="virtualWards">How many virtual wards there are.</param>
    public static FlowLayout Of(IReadOnlyList<(string Code, string Name)> sites, int virtualWards)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new FlowLayoutBuilder(sites, virtualWards).Build();
    }
}
