namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>Lays out the places: sites below each other, what people come by and where they go beside them.</summary>
internal sealed class FlowLayoutBuilder(IReadOnlyList<(string Code, string Name)> sites, int virtualWards)
{
    /// <summary>Virtual wards that are listed one by one.</summary>
    public const int MostVirtualWards = 8;

    /// <summary>Room of a link that few take.</summary>
    public const double Narrow = 27;

    /// <summary>Room of a link that many take: walking in, going home from the department.</summary>
    public const double Broad = 42;

    private const double FrameGap = 14;
    private const double PlaceGap = 10;
    private const double RowHeight = 25;

    private readonly FlowColumns _columns = new(sites.Max(site => site.Name.Length));
    private readonly Dictionary<string, Box> _places = new(StringComparer.Ordinal);
    private SiteFrame[] _frames = [];

    public FlowLayout Build()
    {
        var (leaving, sources) = (LeavingHeights(), SourceHeights());
        var framesHeight = (sites.Count * (SiteFrame.Height + FrameGap)) - FrameGap;
        var content = Math.Max(framesHeight, Math.Max(Stacked(leaving), Stacked(sources)));
        var gap = sites.Count == 1 ? 0 : (content - (sites.Count * SiteFrame.Height)) / (sites.Count - 1);
        _frames = [.. sites.Select((_, index) =>
            new SiteFrame(_columns, FlowColumns.Head + (index * (SiteFrame.Height + gap))))];
        for (var index = 0; index < sites.Count; index++)
        {
            AddSite(sites[index].Code, _frames[index]);
        }

        Stack(sources, _columns.Sources, _columns.SourcesWidth, content);
        Stack(leaving, _columns.Leaving, _columns.LeavingWidth, content);
        var height = FlowColumns.Head + content + FlowRouting.BottomLane + FlowColumns.Margin;
        var routes = new FlowRouting(_columns, sites, _frames, _places, FlowColumns.Head + content).Routes();
        return new FlowLayout(_columns, height, _frames, _places, routes);
    }

    private void AddSite(string code, SiteFrame frame)
    {
        _places.Add(FlowIds.Department(code), frame.Department);
        _places.Add(FlowIds.Assessment(code), frame.Assessment);
        _places.Add(FlowIds.Wards(code), frame.Wards);
        _places.Add(FlowIds.CriticalCare(code), frame.CriticalCare);
        _places.Add(FlowIds.Beds(code), frame.Exit);
    }

    private (string Id, double Height)[] SourceHeights()
    {
        var links = sites.Count;
        return
        [
            (FlowIds.Direct, Math.Max(76, links * 2 * Narrow / 2)),
            (FlowIds.Ambulance, Math.Max(124, links * Narrow)),
            (FlowIds.Nhs111, 108),
            (FlowIds.WalkIn, Math.Max(112, links * Broad)),
            (FlowIds.Referrals, 70),
        ];
    }

    private (string Id, double Height)[] LeavingHeights()
    {
        var links = sites.Count;
        var rows = Math.Min(virtualWards, MostVirtualWards) + (virtualWards > MostVirtualWards ? 1 : 0);
        return
        [
            (FlowIds.Home, Math.Max(96, links * (Broad + Narrow))),
            (FlowIds.Pathway(1), Math.Max(106, links * Narrow)),
            (FlowIds.Pathway(2), Math.Max(106, links * Narrow)),
            (FlowIds.Pathway(3), Math.Max(106, links * Narrow)),
            (FlowIds.Elsewhere, Math.Max(86, links * 2 * Narrow)),
            (FlowIds.VirtualWards, Math.Max(116 + (rows * RowHeight), (links + 1) * Narrow)),
        ];
    }

    private static double Stacked((string Id, double Height)[] places) =>
        places.Sum(place => place.Height) + (PlaceGap * (places.Length - 1));

    /// <summary>Spreads places over a column from top to bottom.</summary>
    private void Stack((string Id, double Height)[] places, double x, double width, double content)
    {
        var gap = (content - places.Sum(place => place.Height)) / (places.Length - 1);
        var y = FlowColumns.Head;
        foreach (var (id, height) in places)
        {
            _places.Add(id, new Box(x, y, width, height));
            y += height + gap;
        }
    }
}
