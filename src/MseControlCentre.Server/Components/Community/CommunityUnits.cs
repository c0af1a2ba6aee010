using System.Globalization;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Community;

/// <summary>One community unit before it is written.</summary>
/// <param name="Unit">The unit of the network file.</param>
/// <param name="Provider">Name of who runs it.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Beds">Who declared its beds or places.</param>
/// <param name="Slots">Who declared its slots.</param>
public sealed record CommunityUnitRow(
    CommunityUnit Unit, string Provider, FigureSet Figures, DeclarationNote Beds, DeclarationNote Slots)
{
    /// <summary>Free places; null when they are not known or no longer believed.</summary>
    public double? Free => Figures.Find(CommunityMeasures.Free.Id) is
        { Quality: not (FigureQuality.Stale or FigureQuality.Unknown) } free
            ? free.Value
            : null;

    /// <summary>The declaration's state in an address.</summary>
    public string State => Beds.At is null ? "never" : Beds.HasExpired ? "expired" : "current";
}

/// <summary>The list of community units: its columns, its filters and its usual order.</summary>
public static class CommunityUnits
{
    /// <summary>Form on which beds are declared.</summary>
    public const string BedsForm = "/sitreps/community-capacity";

    /// <summary>The list of some units.</summary>
    public static ListShape<CommunityUnitRow> Of(IReadOnlyList<CommunityUnitRow> units) => new(
        CommunityRoutes.Path, Columns(), Filters(units), "-free", row => row.Unit.Code)
    {
        ClassOf = row => row.State is "current" ? null : "old",
    };

    private static ListColumn<CommunityUnitRow>[] Columns() =>
    [
        new("unit", "Unit", row => ListCell.Words(row.Unit.Name)),
        new("provider", "Run by", row => ListCell.Words(row.Provider)),
        new("pathway", "Pathway", row => ListCell.Number(row.Unit.Pathway)) { IsNumber = true },
        Figure("free", "Free", CommunityMeasures.Free) with
        {
            Cell = row => ListCell.Of(
                row.Figures.Find(CommunityMeasures.Free.Id), row.Free <= 0 ? Level.Watch : Level.Normal),
        },
        Figure("used", "In use", CommunityMeasures.Occupied),
        Figure("places", "Beds and places", CommunityMeasures.Capacity),
        new("declared", "Declared", Declared),
        new("age", "Age", row => Age(row.Beds)) { IsNumber = true, MostFirst = true },
        new("by", "Declared by", row => ListCell.Words(row.Beds.At is null ? null : row.Beds.By)),
        new("expires", "Believed", row => ListCell.Words(row.Beds.Expires)),
        Figure("offered", "Slots today", CommunityMeasures.SlotsOffered),
        Figure("booked", "Booked", CommunityMeasures.SlotsBooked),
        Figure("slots-used", "Used", CommunityMeasures.SlotsUsed),
        Figure("unused", "Not used", CommunityMeasures.SlotsUnused),
        new("renew", "Renew", Renew) { IsSortable = false, IsInFile = false },
    ];

    private static ListColumn<CommunityUnitRow> Figure(string id, string head, Measure measure) =>
        new(id, head, row => ListCell.Of(row.Figures.Find(measure.Id))) { IsNumber = true, MostFirst = true };

    private static ListFilter<CommunityUnitRow>[] Filters(IReadOnlyList<CommunityUnitRow> units) =>
    [
        new("provider", "Run by", "Every provider",
            [.. Providers(units)],
            (row, answer) => string.Equals(row.Unit.Provider, answer, StringComparison.Ordinal)),
        new("pathway", "Pathway", "Every pathway",
            [
                .. units.Select(row => row.Unit.Pathway).Distinct().Order().Select(one => new Choice(
                    one.ToString(CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"Pathway {one}"))),
            ],
            (row, answer) => string.Equals(
                row.Unit.Pathway.ToString(CultureInfo.InvariantCulture), answer, StringComparison.Ordinal)),
        new("room", "Room", "Full or not",
            [new Choice("free", "Has room"), new Choice("full", "Full"), new Choice("unknown", "Not known")],
            (row, answer) => answer switch
            {
                "free" => row.Free > 0,
                "full" => row.Free <= 0,
                _ => row.Free is null,
            }),
        new("state", "Declaration", "Every age",
            [new Choice("current", "Current"), new Choice("expired", "Expired"), new Choice("never", "Never declared")],
            (row, answer) => string.Equals(row.State, answer, StringComparison.Ordinal)),
    ];

    private static IEnumerable<Choice> Providers(IReadOnlyList<CommunityUnitRow> units) => units
        .Select(row => new Choice(row.Unit.Provider, row.Provider))
        .Distinct();

    private static ListCell Declared(CommunityUnitRow row) => row.Beds.At is not { } at
        ? ListCell.Unknown.With(Level.Watch, "never declared") with { Text = "" }
        : Time(at, row.Beds);

    private static ListCell Time(DateTimeOffset at, DeclarationNote beds)
    {
        var cell = new ListCell(beds.AtText, new ListKey(at.UtcTicks), beds.AtText);
        return beds.HasExpired ? cell.With(Level.Watch, "expired") : cell;
    }

    private static ListCell Age(DeclarationNote beds) => beds.At is { } at
        ? new ListCell(beds.Age, new ListKey(-at.UtcTicks), beds.Age) { Since = at }
        : ListCell.Unknown;

    private static ListCell Renew(CommunityUnitRow row) => new("Renew", default, string.Empty)
    {
        Link = $"{BedsForm}?unit={Uri.EscapeDataString(row.Unit.Code)}",
        LinkLabel = $"Renew {row.Unit.Name}",
    };
}
