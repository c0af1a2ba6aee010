using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The whole system and each site beside each other, so that they can be compared line by line.</summary>
/// <param name="Places">The columns: the whole system first.</param>
/// <param name="Groups">What is so now, what happened since, what is foretold.</param>
public sealed record PackTable(IReadOnlyList<PackColumn> Places, IReadOnlyList<PackGroup> Groups)
{
    /// <summary>Makes the table of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="context">Names and times.</param>
    /// <param name="isKept">Whether it is of a past instant, so that figures lead to what was so then.</param>
    public static PackTable Of(CallPack pack, CallsContext context, bool isKept)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(context);
        var cells = new PackCells(pack, context, isKept);
        var since = context.Say(pack.Since, pack.At);
        return new PackTable(
            [.. pack.Places.Select(place => new PackColumn(place.Code, place.Name))],
            [
                .. new[]
                {
                    new PackGroup(
                        "now",
                        $"At {context.Local.Clock(pack.At)}, against {since}",
                        Rows(pack, place => place.Standing, cells.Of)),
                    new PackGroup(
                        "since",
                        $"Since {since}, and in the last night ({context.Local.Clock(pack.NightFrom)} to "
                            + $"{context.Local.Clock(pack.NightTo)})",
                        Rows(pack, place => place.Flow, cells.Of)),
                    new PackGroup("ahead", "Ahead", Rows(pack, place => place.Ahead, cells.Of)),
                }.Where(group => group.Rows.Count > 0),
            ]);
    }

    // A row for each measure that any place has, in the order in which the places name them.
    private static List<PackRow> Rows<T>(
        CallPack pack, Func<PackPlace, IReadOnlyList<T>> lines, Func<T, PackLine> read) =>
    [
        .. pack.Places.SelectMany(lines).Select(read).DistinctBy(line => (line.Measure, line.Name))
            .Select(first => new PackRow(
                first.Name,
                first.Unit,
                first.Basis,
                [
                    .. pack.Places.Select(place => lines(place).Select(read).FirstOrDefault(
                        line => (line.Measure, line.Name) == (first.Measure, first.Name))?.Cell),
                ])),
    ];
}

/// <summary>A column.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Name">Its name.</param>
public sealed record PackColumn(string Code, string Name);

/// <summary>Rows that belong together.</summary>
/// <param name="Id">Identity on the page.</param>
/// <param name="Title">What they say.</param>
/// <param name="Rows">The rows.</param>
public sealed record PackGroup(string Id, string Title, IReadOnlyList<PackRow> Rows);

/// <summary>One figure of every place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Basis">What it rests on; null when it is counted.</param>
/// <param name="Cells">A cell for each place; null where the place has no such figure.</param>
public sealed record PackRow(string Name, string Unit, string? Basis, IReadOnlyList<PackCell?> Cells);

/// <summary>One figure of one place, before it stands in a row.</summary>
/// <param name="Measure">The measure, which is the same at every place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Basis">What it rests on; null when it is counted.</param>
/// <param name="Cell">The cell.</param>
public sealed record PackLine(string Measure, string Name, string Unit, string? Basis, PackCell Cell);
