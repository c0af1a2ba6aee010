using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Server.Calls.Archive;

/// <summary>Which calls of the past are asked for; without a word, all of them.</summary>
/// <param name="Kind">Which kind; null for every one.</param>
/// <param name="From">
/// The first day on which they began, in the system's own time zone; null for the first of all.
/// </param>
/// <param name="To">The last such day; null for the newest.</param>
/// <param name="Text">
/// Words that stand in the name, in the reason for which it was called, in the chair's summary, or in why it was not
/// held,
/// small and large letters alike; null for any.
/// </param>
/// <param name="Page">Which page, from 1.</param>
public sealed record CallArchiveQuery(
    CallKind? Kind = null, DateOnly? From = null, DateOnly? To = null, string? Text = null, int Page = 1);

/// <summary>A call that was asked for.</summary>
/// <param name="Call">The call; null when there never was one, or the archive is not whole.</param>
/// <param name="IsWhole">
/// Whether it is known: false while the archive is being made anew, or cannot be read.
/// </param>
public sealed record FoundCall(Call? Call, bool IsWhole);

/// <summary>A page of the calls that were asked for, the one that began last first.</summary>
/// <param name="Rows">At most <see cref="CallArchive.RowsOnPage"/>.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Which page this is, from 1; the last one when a later one was asked for.</param>
/// <param name="Pages">How many pages there are; 1 when there is nothing.</param>
/// <param name="IsWhole">Whether all of the journal has been read; false shortly after an archive is made anew.</param>
public sealed record CallArchivePage(
    IReadOnlyList<CallArchiveRow> Rows, int Total, int Page, int Pages, bool IsWhole);

/// <summary>What a list shows of a call.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Kind">Which kind of call it was.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsAt">When it was to begin (UTC).</param>
/// <param name="State">How far it came.</param>
/// <param name="Chair">Name of who was in the chair; null when it did not begin.</param>
/// <param name="ClosedAt">When it was closed and signed (UTC); null when it was not.</param>
/// <param name="Actions">How many actions were agreed.</param>
/// <param name="Owed">How many of them are owed still.</param>
public sealed record CallArchiveRow(
    string Id,
    CallKind Kind,
    string Name,
    DateTimeOffset StartsAt,
    CallState State,
    string? Chair,
    DateTimeOffset? ClosedAt,
    int Actions,
    int Owed);
