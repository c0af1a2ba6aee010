using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Delays;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Charts;
using MseControlCentre.Server.Components.Shared.Lists;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.VirtualWards;

/// <summary>What the page of virtual wards knows: counts, never a patient.</summary>
public sealed class VirtualWardsService(
    PictureFeed feed, IFigureTrail trail, NetworkMap network, IAccess access)
{
    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);

    private readonly DelayNames _names = new(network);

    /// <summary>Local time of the system.</summary>
    public LocalTime Local { get; } = LocalTime.Of(network.TimeZone);

    /// <summary>
    /// The page as its address asks for it; null while the journal is still being read. What the address cannot mean is
    /// left out and said.
    /// </summary>
    public VirtualWardsView? View(IQueryCollection query)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        if (feed.Current?.Picture is not { } picture)
        {
            return null;
        }

        var rows = RowsOf(picture);
        var occupied = picture.Figures.Find(VirtualWardMeasures.VirtualWardOccupied.Id);
        var (words, level) = Headline(picture.Figures, rows);
        return new VirtualWardsView(
            picture.At,
            Local,
            words,
            level,
            occupied is { Quality: not FigureQuality.Unknown },
            TrustNote.On([occupied], picture.Feeds, Local),
            [.. rows.OrderByDescending(row => row.Free ?? double.MinValue).Select(RoomOf)],
            Totals(picture.Figures),
            [
                .. picture.Sites.Select(site => new SiteFlow(site.Name, [
                    .. VirtualWardColumns.OfSites.Select(
                        one => FigureView.Of(site.Figures.Find(one.Measure.Id), one.Head, Level.Normal)),
                ])),
            ],
            [
                Line("patients", "main", VirtualWardMeasures.VirtualWardOccupied),
                Line("places", "limit", VirtualWardMeasures.VirtualWardCapacity),
            ],
            ListOf(rows, query));
    }

    /// <summary>The list for its file, with the time it is of; null while the journal is still being read.</summary>
    public (DateTimeOffset At, ListView List)? File(IQueryCollection query)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        return feed.Current?.Picture is { } picture ? (picture.At, ListOf(RowsOf(picture), query)) : null;
    }

    private static ListView ListOf(IReadOnlyList<VirtualWardRow> rows, IQueryCollection query)
    {
        var shape = VirtualWardColumns.Of(rows);
        return shape.Of(rows, shape.Ask(query));
    }

    private List<VirtualWardRow> RowsOf(Picture picture) =>
    [
        .. network.VirtualWards
            .Join(
                picture.VirtualWards,
                ward => ward.Code,
                shown => shown.Code,
                (ward, shown) => RowOf(ward, shown.Figures, picture),
                StringComparer.Ordinal),
    ];

    private VirtualWardRow RowOf(VirtualWard ward, FigureSet figures, Picture picture) => new(
        ward,
        _names.ShortOwner(ward.Provider),
        figures,
        TrustNote.On(
            [
                figures.Find(VirtualWardMeasures.VirtualWardOccupied.Id),
                figures.Find(VirtualWardMeasures.VirtualWardCapacity.Id),
            ],
            picture.Feeds,
            Local));

    private WardRoom RoomOf(VirtualWardRow row)
    {
        var share = row.Figures.Find(VirtualWardMeasures.Occupancy.Id)?.Value / 100;
        return new WardRoom(
            row.Ward.Name,
            row.Provider,
            Shown(row, VirtualWardMeasures.VirtualWardAvailable, VirtualWardColumns.LevelOf(row.Free)),
            Shown(row, VirtualWardMeasures.VirtualWardOccupied),
            Shown(row, VirtualWardMeasures.VirtualWardCapacity),
            share,
            row.Free switch { null => "not known", < 0 => "over", 0 => "full", _ => "has room" },
            VirtualWardColumns.LevelOf(row.Free),
            trail.Of($"{row.Ward.Code}:{VirtualWardMeasures.VirtualWardOccupied.Id}", s_day));
    }

    private static FigureView Shown(VirtualWardRow row, Measure measure, Level level = Level.Normal) =>
        FigureView.Of(row.Figures.Find(measure.Id), measure.Name, level);

    private static IReadOnlyList<FigureView> Totals(FigureSet figures)
    {
        return
        [
            Of(VirtualWardMeasures.VirtualWardAvailable, "places free"),
            Of(VirtualWardMeasures.VirtualWardOccupied, "patients"),
            Of(VirtualWardMeasures.VirtualWardCapacity, "places"),
            Of(VirtualWardMeasures.Occupancy, "of places used", "%"),
            Of(VirtualWardMeasures.CouldMove, "in hospital could move"),
            Of(VirtualWardMeasures.FlexLeft, "flex left when they have"),
            Of(VirtualWardMeasures.VirtualWardReferrals, "referrals waiting"),
            Of(VirtualWardMeasures.AdmissionsToday, "taken on today"),
            Of(VirtualWardMeasures.DischargesToday, "discharged today"),
            Of(VirtualWardMeasures.BackToBedToday, "back to a bed today"),
        ];

        FigureView Of(Measure measure, string label, string? unit = null) =>
            FigureView.Of(figures.Find(measure.Id), label, Level.Normal, "#,0.#", unit);
    }

    private static (string Words, Level Level) Headline(FigureSet figures, List<VirtualWardRow> rows)
    {
        if (figures.Find(VirtualWardMeasures.VirtualWardAvailable.Id) is not
            { Value: { } free, Quality: not FigureQuality.Stale })
        {
            return ("Where there is room is not known.", Level.Normal);
        }

        var full = rows.Where(row => row.Free <= 0).Select(row => row.Ward.Name).ToList();
        var most = rows.Where(row => row.Free > 0).MaxBy(row => row.Free);
        var words = most is null
            ? "No virtual ward has a place free."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{free:0} virtual-ward places are free, most on {most.Ward.Name}: {most.Free:0}.");
        return (
            full.Count == 0 ? words : $"{words} Full: {string.Join(", ", full)}.",
            full.Count == 0 ? Level.Normal : Level.Watch);
    }

    private ChartSeries Line(string name, string style, Measure measure) =>
        ChartSeries.Of(name, style, trail.Of($"{network.Code}:{measure.Id}", s_day));
}
