using System.Globalization;
using MseControlCentre.Server.Calls.Archive;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A page of the list of calls.</summary>
/// <param name="Query">What is asked for.</param>
/// <param name="Rows">The calls, the one that began last first.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="IsWhole">Whether all of the journal has been read.</param>
public sealed record PastCallsView(
    PastCallsQuery Query, IReadOnlyList<PastCallRow> Rows, int Total, int Page, int Pages, bool IsWhole)
{
    /// <summary>Which rows are shown of how many, in words.</summary>
    public string Count => Pages == 1
        ? CallsWords.Count(Total, "call", "calls")
        : string.Create(CultureInfo.InvariantCulture, $"{Total:N0} calls, page {Page:N0} of {Pages:N0}");
}

/// <summary>A call in the list.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Day">Its day.</param>
/// <param name="Clock">Its time.</param>
/// <param name="Written">Day and time as a file has them.</param>
/// <param name="State">How far it came.</param>
/// <param name="Level">How loud that is.</param>
/// <param name="Chair">Who was in the chair; null when it did not begin.</param>
/// <param name="Closed">When it was closed and signed; null when it was not.</param>
/// <param name="Actions">How many actions were agreed.</param>
/// <param name="Owed">How many of them are owed still.</param>
public sealed record PastCallRow(
    string Id,
    string Name,
    string Kind,
    string Day,
    string Clock,
    string Written,
    string State,
    Level Level,
    string? Chair,
    string? Closed,
    int Actions,
    int Owed)
{
    /// <summary>Heads of the file.</summary>
    public static IReadOnlyList<string> Heads { get; } =
        ["id", "name", "kind", "begins", "state", "chair", "closed", "actions", "owed"];

    /// <summary>Cells of the file.</summary>
    public IEnumerable<string> Cells =>
    [
        Id, Name, Kind, Written, State, Chair ?? "", Closed ?? "",
        Actions.ToString(CultureInfo.InvariantCulture), Owed.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>Makes it of a call.</summary>
    public static PastCallRow Of(CallArchiveRow call, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        return new PastCallRow(
            call.Id,
            call.Name,
            CallsWords.Of(call.Kind),
            context.Day(call.StartsAt),
            context.Local.Clock(call.StartsAt),
            context.Local.Written(call.StartsAt),
            CallsWords.Of(call.State),
            CallsWords.LevelOf(call.State),
            call.Chair,
            call.ClosedAt is { } closed ? context.Local.Written(closed) : null,
            call.Actions,
            call.Owed);
    }
}
