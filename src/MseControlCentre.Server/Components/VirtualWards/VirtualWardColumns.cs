using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.VirtualWards;

/// <summary>One virtual ward before it is written.</summary>
/// <param name="Ward">The ward of the network file.</param>
/// <param name="Provider">Name of who runs it.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Trust">Why they cannot be taken as live; null when they can.</param>
public sealed record VirtualWardRow(VirtualWard Ward, string Provider, FigureSet Figures, TrustNote? Trust)
{
    /// <summary>Free places; null when they are not known.</summary>
    public double? Free => Figures.Find(VirtualWardMeasures.VirtualWardAvailable.Id) is
        { Quality: not (FigureQuality.Stale or FigureQuality.Unknown) } free
            ? free.Value
            : null;
}

/// <summary>The list of virtual wards: its columns, its filters and its usual order.</summary>
public static class VirtualWardColumns
{
    /// <summary>What is told of each site's patients, with the heads of the columns.</summary>
    public static IReadOnlyList<(Measure Measure, string Head)> OfSites { get; } =
    [
        (VirtualWardMeasures.CouldMove, "In hospital, could move"),
        (VirtualWardMeasures.VirtualWardReferrals, "Referrals waiting"),
        (VirtualWardMeasures.StepDownWaiting, "Of these step-down"),
        (VirtualWardMeasures.VirtualWardOccupied, "On virtual wards"),
        (VirtualWardMeasures.AdmissionsToday, "Taken on today"),
        (VirtualWardMeasures.DischargesToday, "Discharged today"),
        (VirtualWardMeasures.BackToBedToday, "Back to a bed today"),
    ];

    /// <summary>The list of some wards.</summary>
    public static ListShape<VirtualWardRow> Of(IReadOnlyList<VirtualWardRow> wards) => new(
        VirtualWardsRoutes.Path, Columns(), Filters(wards), "-free", row => row.Ward.Code);

    private static ListColumn<VirtualWardRow>[] Columns() =>
    [
        new("ward", "Virtual ward", row => ListCell.Words(row.Ward.Name)),
        new("type", "Type", row => ListCell.Words(row.Ward.Specialty)),
        new("provider", "Run by", row => ListCell.Words(row.Provider)),
        Figure("free", "Free", VirtualWardMeasures.VirtualWardAvailable) with
        {
            Cell = row => ListCell.Of(
                row.Figures.Find(VirtualWardMeasures.VirtualWardAvailable.Id), LevelOf(row.Free)),
        },
        Figure("occupied", "Patients", VirtualWardMeasures.VirtualWardOccupied),
        Figure("places", "Places", VirtualWardMeasures.VirtualWardCapacity),
        Figure("used", "Used, %", VirtualWardMeasures.Occupancy),
        Figure("flex", "Flex left", VirtualWardMeasures.FlexLeft),
        Figure("could-move", "Could move here", VirtualWardMeasures.CouldMove),
        Figure("waiting", "Referrals waiting", VirtualWardMeasures.VirtualWardReferrals),
        Figure("step-down", "Of these step-down", VirtualWardMeasures.StepDownWaiting),
        Figure("step-up-today", "Step-up today", VirtualWardMeasures.StepUpToday),
        Figure("taken-on", "Taken on today", VirtualWardMeasures.AdmissionsToday),
        Figure("discharged", "Discharged today", VirtualWardMeasures.DischargesToday),
        Figure("due", "Due out today", VirtualWardMeasures.DischargesDue),
        Figure("stay", "Mean stay, days", VirtualWardMeasures.LengthOfStayMean),
        Figure("long", "Long stays", VirtualWardMeasures.LongStay),
        Figure("technology", "With technology, %", VirtualWardMeasures.TechnologyShare),
        Figure("back", "Back to a bed today", VirtualWardMeasures.BackToBedToday),
        new("known", "Known", row => ListCell.Words(Known(row.Trust))),
    ];

    private static ListColumn<VirtualWardRow> Figure(string id, string head, Measure measure) =>
        new(id, head, row => ListCell.Of(row.Figures.Find(measure.Id))) { IsNumber = true, MostFirst = true };

    private static ListFilter<VirtualWardRow>[] Filters(IReadOnlyList<VirtualWardRow> wards) =>
    [
        new("room", "Room", "Full or not",
            [new Choice("free", "Has room"), new Choice("full", "Full"), new Choice("unknown", "Not known")],
            (row, answer) => answer switch
            {
                "free" => row.Free > 0,
                "full" => row.Free <= 0,
                _ => row.Free is null,
            }),
        new("type", "Type", "Every type",
            [.. wards.Select(row => new Choice(row.Ward.Specialty, row.Ward.Specialty)).Distinct()],
            (row, answer) => string.Equals(row.Ward.Specialty, answer, StringComparison.Ordinal)),
        new("provider", "Run by", "Everybody",
            [.. wards.Select(row => new Choice(row.Ward.Provider, row.Provider)).Distinct()],
            (row, answer) => string.Equals(row.Ward.Provider, answer, StringComparison.Ordinal)),
    ];

    /// <summary>None left: the plain limit.</summary>
    public static Level LevelOf(double? free) => free <= 0 ? Level.Watch : Level.Normal;

    private static string Known(TrustNote? trust) => trust switch
    {
        null => "live",
        { Quality: FigureQuality.Declared } => "live; places declared",
        _ => trust.Words,
    };
}
