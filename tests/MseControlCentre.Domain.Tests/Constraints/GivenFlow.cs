using System.Text.Json.Nodes;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>
/// A system at 12:02 in which nothing is held up: every feed is heard, every figure that a rule reads is known, and
/// nobody has room. Then one thing at a time is said of it. Standards: Category 2 at 18 and 30 minutes, 10 percent over
/// 12 hours.
/// </summary>
internal sealed class GivenFlow
{
    public const string Basildon = "RAJ12";
    public const string Southend = "RAJ01";
    public const string WholeSystem = "TST";
    public const string Frailty = "VW-FRAILTY";

    private static readonly Board s_board = WiderNetwork.Board(AddStandards);
    private readonly Dictionary<string, (double? Value, FigureQuality Quality)> _figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<HandoverRow>> _handovers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeedPicture> _feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TrailPoint>> _trail = new(StringComparer.Ordinal);

    public GivenFlow()
    {
        foreach (var site in (string[])[Basildon, Southend])
        {
            With(site, 0, HandoverMeasures.AmbulancesWaiting, HandoverMeasures.AmbulancesOverStandard,
                HandoverMeasures.AmbulancesOverSecond, HandoverMeasures.AmbulancesOverMaximum,
                HandoverMeasures.AmbulancesOverLong, HandoverMeasures.AmbulancesEnRoute,
                HandoverMeasures.HandoverLostToday, CohortMeasures.DivertsInForce, CohortMeasures.ClosuresInForce,
                EmergencyDepartmentMeasures.EdOverLong, EmergencyDepartmentMeasures.OverLongFromDecision,
                EmergencyDepartmentMeasures.AwaitingBed, EmergencyDepartmentMeasures.MentalHealthOver,
                DischargeMeasures.NoCriteriaToReside, ThroughputMeasures.Deficit);
            With(site, 10, EmergencyDepartmentMeasures.InDepartment, BedMeasures.Inpatients,
                EmergencyDepartmentMeasures.MajorsResusSpaces);
            With(site, 100, EmergencyDepartmentMeasures.MajorsResusOccupancy);
            With(site, 1, BedMeasures.BedsAvailable);
            With(site, 92, BedMeasures.BedOccupancy);
        }

        With(WholeSystem, 0, VirtualWardMeasures.VirtualWardOccupied, CommunityMeasures.Occupied,
            EmergencyCallMeasures.CallsWaiting);
        With(Frailty, 1, VirtualWardMeasures.VirtualWardAvailable);
        With(Frailty, 0, VirtualWardMeasures.VirtualWardReferrals);
    }

    /// <summary>The instant of the picture; its newest step is 12:00.</summary>
    public DateTimeOffset At { get; set; } = Board.Time("12:02");

    public static NetworkMap Map => s_board.Centre.Network!;

    public static Measure Category2Mean => EmergencyCallMeasures.Mean[AmbulanceCategory.C2];

    /// <summary>Says live values of one place.</summary>
    public GivenFlow With(string scope, double? value, params Measure[] measures)
    {
        foreach (var measure in measures)
        {
            With(scope, measure, value);
        }

        return this;
    }

    /// <summary>Says one figure.</summary>
    public GivenFlow With(string scope, Measure measure, double? value, FigureQuality quality = FigureQuality.Live)
    {
        _figures[scope + ":" + measure.Id] = (value, value is null ? FigureQuality.Unknown : quality);
        return this;
    }

    /// <summary>Says when the ambulances that wait at a site arrived.</summary>
    public GivenFlow Arrived(string site, params string[] times)
    {
        _handovers[site] = [.. times.Select(time => new HandoverRow(time, 2, Board.Time(time), null))];
        return this;
    }

    /// <summary>Says that a feed is silent since an instant, or was never heard.</summary>
    public GivenFlow Silent(string feed, string? since)
    {
        var heard = since is null ? (DateTimeOffset?)null : Board.Time(since);
        var name = Map.Feeds.Single(one => one.Id == feed).Name;
        var quality = heard is null ? FigureQuality.Unknown : FigureQuality.Stale;
        _feeds[feed] = new FeedPicture(feed, name, quality, heard, heard, heard is null ? 0 : 9, heard, false);
        return this;
    }

    /// <summary>Says that a feed is heard, and tells of what happened until an instant only.</summary>
    public GivenFlow Behind(string feed, string until)
    {
        var name = Map.Feeds.Single(one => one.Id == feed).Name;
        _feeds[feed] = new FeedPicture(
            feed, name, FigureQuality.Stale, Board.Time("12:00"), Board.Time(until), 9, Board.Time(until), true);
        return this;
    }

    /// <summary>Says what the board showed of a figure at the steps up to 12:00, the last one there; null is not known.</summary>
    public GivenFlow Showed(string scope, Measure measure, params double?[] steps) =>
        ShowedAs(scope, measure, FigureQuality.Live, steps);

    /// <summary>Says what the board showed of a figure, and how far it could be trusted.</summary>
    public GivenFlow ShowedAs(string scope, Measure measure, FigureQuality quality, params double?[] steps)
    {
        _trail[scope + ":" + measure.Id] =
        [
            .. steps.Select((value, index) => new TrailPoint(
                Board.Time("12:00").AddMinutes(-5 * (steps.Length - 1 - index)),
                value,
                value is null ? FigureQuality.Unknown : quality)),
        ];
        return this;
    }

    /// <summary>What holds flow up.</summary>
    public IReadOnlyList<Constraint> Constraints() => RankedConstraints.Of(Picture(), Map, Trail);

    public IFigureTrail Trail => new GivenTrail(_trail);

    public Picture Picture()
    {
        var picture = s_board.Centre.PictureAt(At);
        return picture with
        {
            Figures = Said(picture.Figures),
            Sites =
            [
                .. picture.Sites.Select(site => site with
                {
                    Figures = Said(site.Figures),
                    Handovers = _handovers.GetValueOrDefault(site.Code, []),
                }),
            ],
            VirtualWards = [.. picture.VirtualWards.Select(ward => ward with { Figures = Said(ward.Figures) })],
            Feeds =
            [
                .. picture.Feeds.Select(feed => _feeds.GetValueOrDefault(feed.Id)
                    ?? feed with { Quality = FigureQuality.Live, LastHeardAt = At }),
            ],
        };
    }

    private FigureSet Said(FigureSet figures) => new(
        [.. figures.Select(figure => _figures.TryGetValue(figure.Id, out var said)
            ? figure with { Value = said.Value, Quality = said.Quality }
            : figure with { Value = null, Quality = FigureQuality.Unknown })]);

    private static void AddStandards(JsonNode file) => file["standards"] = JsonNode.Parse("""
        [
          { "measure": "ambulance.category-2-mean", "name": "Recovery goal", "direction": "AtMost",
            "level": { "value": 30, "unit": "minutes", "basis": "made up for tests" } },
          { "measure": "ambulance.category-2-mean", "name": "Category 2 mean", "direction": "AtMost",
            "level": { "value": 18, "unit": "minutes", "basis": "made up for tests" } },
          { "measure": "ed.over-long-share", "name": "Over 12 hours", "direction": "AtMost",
            "level": { "value": 10, "unit": "percent", "basis": "made up for tests" } }
        ]
        """);

    private sealed class GivenTrail(Dictionary<string, List<TrailPoint>> trail) : IFigureTrail
    {
        public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back) =>
            trail.TryGetValue(figureId, out var points)
                ? [.. points.Where(point => point.At >= points[^1].At - back)]
                : [];
    }
}
