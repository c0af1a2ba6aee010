using static MseControlCentre.Server.Components.Flow.Geometry.FlowLayoutBuilder;

namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>Leads every link from its place to the next, in an order that crosses few others.</summary>
internal sealed class FlowRouting(
    FlowColumns columns,
    IReadOnlyList<(string Code, string Name)> sites,
    IReadOnlyList<SiteFrame> frames,
    Dictionary<string, Box> places,
    double bottom)
{
    /// <summary>Below all sites: referrals to virtual wards that pass no hospital.</summary>
    public const double BottomLane = 34;

    private readonly Dictionary<string, double> _starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowRoute> _routes = new(StringComparer.Ordinal);

    private string[] Codes => [.. sites.Select(site => site.Code)];

    public IReadOnlyDictionary<string, FlowRoute> Routes()
    {
        PlaceSources();
        PlaceDestinations();
        for (var index = 0; index < sites.Count; index++)
        {
            PlaceSite(sites[index].Code);
            LeadIn(sites[index].Code, frames[index]);
            LeadThrough(sites[index].Code, frames[index]);
            LeadOut(sites[index].Code, frames[index]);
        }

        LeadPastSites();
        return _routes;
    }

    private void PlaceSources()
    {
        Starts(FlowIds.Direct, [.. Codes.SelectMany(code => new[]
        {
            (FlowIds.Wards(code), Narrow / 2), (FlowIds.Assessment(code), Narrow / 2),
        })]);
        Starts(FlowIds.Ambulance, [.. Codes.Select(code => (FlowIds.Department(code), Narrow))]);
        Starts(FlowIds.WalkIn, [.. Codes.Select(code => (FlowIds.Department(code), Broad))]);
        Starts(FlowIds.Referrals, [(FlowIds.VirtualWards, Narrow)]);
    }

    private void PlaceDestinations()
    {
        Ends(FlowIds.Home, [.. Codes.SelectMany(code => new[]
        {
            (FlowIds.Beds(code), Narrow), (FlowIds.Department(code), Broad),
        })]);
        foreach (var pathway in (int[])[1, 2, 3])
        {
            Ends(FlowIds.Pathway(pathway), [.. Codes.Select(code => (FlowIds.Beds(code), Narrow))]);
        }

        Ends(FlowIds.Elsewhere, [.. Codes.SelectMany(code => new[]
        {
            (FlowIds.Beds(code), Narrow), (FlowIds.Department(code), Narrow),
        })]);
        Ends(FlowIds.VirtualWards,
            [.. Codes.Select(code => (FlowIds.Beds(code), Narrow)), (FlowIds.Referrals, Narrow)]);
    }

    private void PlaceSite(string code)
    {
        var (department, assessment) = (FlowIds.Department(code), FlowIds.Assessment(code));
        var (wards, criticalCare) = (FlowIds.Wards(code), FlowIds.CriticalCare(code));
        Ends(department, [(FlowIds.Ambulance, Narrow), (FlowIds.WalkIn, Broad)]);
        Starts(department,
            [(assessment, 22), (wards, 22), (criticalCare, 16), (FlowIds.Home, 38), (FlowIds.Elsewhere, 16)]);
        Ends(assessment, [(FlowIds.Direct, Narrow), (department, Narrow)]);
        Starts(assessment, [(wards, 24), (criticalCare, 18)]);
        Ends(wards, [(FlowIds.Direct, Narrow), (assessment, Narrow), (department, Narrow)]);
        Ends(criticalCare, [(assessment, Narrow), (department, Narrow)]);
        Starts(FlowIds.Beds(code),
        [
            (FlowIds.Home, 38), (FlowIds.Pathway(1), Narrow), (FlowIds.Pathway(2), Narrow),
            (FlowIds.Pathway(3), Narrow), (FlowIds.Elsewhere, Narrow), (FlowIds.VirtualWards, Narrow),
        ]);
    }

    private void LeadIn(string code, SiteFrame frame)
    {
        var department = FlowIds.Department(code);
        Lead(FlowIds.Ambulance, department, 24, [], frame.Box.X, isQueued: true);
        Lead(FlowIds.WalkIn, department, Broad - 4, [], frame.Box.X);
        Lead(FlowIds.Direct, FlowIds.Assessment(code), 14,
            [new Lane(frame.Box.X, frame.Department.Right, frame.LaneDirectToAssessment)]);
        Lead(FlowIds.Direct, FlowIds.Wards(code), 14,
            [new Lane(frame.Box.X, frame.Assessment.Right, frame.LaneDirectToWards)]);
    }

    private void LeadThrough(string code, SiteFrame frame)
    {
        var (department, assessment) = (FlowIds.Department(code), FlowIds.Assessment(code));
        var (wards, criticalCare) = (FlowIds.Wards(code), FlowIds.CriticalCare(code));
        var past = new Lane(frame.Assessment.X, frame.Assessment.Right, 0);
        Lead(department, assessment, 20, []);
        Lead(department, wards, 20, [past with { Y = frame.LaneToWards }], queueOn: frame.LaneToWards);
        Lead(department, criticalCare, 12, [past with { Y = frame.LaneToCriticalCare }]);
        Lead(assessment, wards, 20, []);
        Lead(assessment, criticalCare, 14, []);
        var x = frame.Wards.X + (frame.Wards.Width / 5);
        Upright(FlowIds.Link(wards, criticalCare), x, frame.Wards.Bottom, frame.CriticalCare.Y);
        x += frame.Wards.Width * 2 / 5;
        Upright(FlowIds.Link(criticalCare, wards), x, frame.CriticalCare.Y, frame.Wards.Bottom);
    }

    /// <summary>Wards and critical care stand below each other: their links go straight up and down.</summary>
    private void Upright(string link, double x, double from, double to)
    {
        var number = new Box(
            x + 14,
            ((from + to) / 2) - (FlowColumns.LabelHeight / 2),
            FlowColumns.NumberWidth,
            FlowColumns.LabelHeight);
        _routes.Add(link, new FlowRoute(FlowPath.Down(x, from, to), 20, number, null, null));
    }

    private void LeadOut(string code, SiteFrame frame)
    {
        var (department, beds) = (FlowIds.Department(code), FlowIds.Beds(code));
        var right = frame.Box.Right;
        var past = new Lane(frame.Assessment.X, right, 0);
        Lead(beds, FlowIds.Home, 24, [], isQueued: true, isNamed: true);
        foreach (var pathway in (int[])[1, 2, 3])
        {
            Lead(beds, FlowIds.Pathway(pathway), 24, [], isQueued: true, isNamed: true);
        }

        Lead(beds, FlowIds.Elsewhere, 24, [], isQueued: true, isNamed: true);
        Lead(beds, FlowIds.VirtualWards, 24, [], isQueued: true, isNamed: true);
        Lead(department, FlowIds.Home, 34, [past with { Y = frame.LaneHome }], isNamed: true);
        Lead(department, FlowIds.Elsewhere, 14, [past with { Y = frame.LaneElsewhere }], isNamed: true);
    }

    private void LeadPastSites()
    {
        Lead(FlowIds.Referrals, FlowIds.VirtualWards, 24,
            [new Lane(frames[0].Box.X, frames[0].Box.Right, bottom + (BottomLane / 2))], isQueued: true);
        var (from, to) = (places[FlowIds.Nhs111], places[FlowIds.WalkIn]);
        _routes.Add(FlowIds.Link(FlowIds.Nhs111, FlowIds.WalkIn), new FlowRoute(
            FlowPath.Down(from.X + 34, from.Bottom, to.Y),
            0,
            new Box(from.X + 34, (from.Bottom + to.Y) / 2, 0, 0),
            null,
            null));
    }

    private void Lead(
        string from,
        string to,
        double room,
        IReadOnlyList<Lane> lanes,
        double? labelsEnd = null,
        bool isQueued = false,
        bool isNamed = false,
        double? queueOn = null)
    {
        var link = FlowIds.Link(from, to);
        var (start, end) = (places[from], places[to]);
        var (startY, endY) = (_starts[link], _ends[link]);
        var right = (labelsEnd ?? end.X) - FlowColumns.LabelGap;
        var number = Box.EndingAt(right, endY, FlowColumns.NumberWidth, FlowColumns.LabelHeight);
        right = number.X - FlowColumns.LabelGap;
        var name = isNamed ? Box.EndingAt(right, endY, columns.SiteNameWidth, FlowColumns.LabelHeight) : (Box?)null;
        right = name is { } named ? named.X - FlowColumns.LabelGap : right;
        var queue = isQueued ? Box.EndingAt(right, endY, FlowColumns.QueueWidth, FlowColumns.LabelHeight)
            : queueOn is { } lane ? Box.EndingAt(
                lanes[0].To - 20, lane, FlowColumns.QueueWidth + 32, FlowColumns.LabelHeight)
            : (Box?)null;
        _routes.Add(link, new FlowRoute(
            FlowPath.Of(start.Right, startY, lanes, end.X, endY), room, number, queue, name));
    }

    private void Starts(string place, IReadOnlyList<(string To, double Room)> links)
    {
        foreach (var (to, y) in new Ports(places[place], links).Middles())
        {
            _starts.Add(FlowIds.Link(place, to), y);
        }
    }

    private void Ends(string place, IReadOnlyList<(string From, double Room)> links)
    {
        foreach (var (from, y) in new Ports(places[place], links).Middles())
        {
            _ends.Add(FlowIds.Link(from, place), y);
        }
    }
}
