using System.Text;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The list of calls, for its page and its file.</summary>
public sealed class PastCallsService(
    LiveState state, Lazy<PictureFeed> feed, NetworkMap network, IAccess access, TimeProvider clock)
{
    /// <summary>Calls on one page.</summary>
    public const int RowsOnPage = 25;

    /// <summary>A page of the list; null until the journal has been read.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public PastCallsView? Find(IQueryCollection query)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (feed.Value.Current is null)
        {
            return null;
        }

        var asked = PastCallsQuery.Read(query);
        var rows = Rows(asked);
        var pages = Math.Max(1, (rows.Count + RowsOnPage - 1) / RowsOnPage);
        var page = Math.Min(asked.Page, pages);
        return new PastCallsView(
            asked, [.. rows.Skip((page - 1) * RowsOnPage).Take(RowsOnPage)], rows.Count, page, pages, IsWhole: true);
    }

    /// <summary>The whole list as a file: its name and text; null until the journal has been read.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public (string Name, string Text)? File(IQueryCollection query)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (feed.Value.Current is null)
        {
            return null;
        }

        var text = new StringBuilder(CsvCell.Row(PastCallRow.Heads));
        foreach (var row in Rows(PastCallsQuery.Read(query)))
        {
            text.Append(CsvCell.Row(row.Cells));
        }

        return ($"calls-{CallsContext.Of(network, clock.GetUtcNow()).Stamp}.csv", text.ToString());
    }

    private IReadOnlyList<PastCallRow> Rows(PastCallsQuery asked)
    {
        if (asked.Errors.Count > 0)
        {
            return [];
        }

        var context = CallsContext.Of(network, clock.GetUtcNow());
        return
        [
            .. state.Calls()
                .Where(call => asked.Kind is null || call.Kind == asked.Kind)
                .Where(call => context.DayOf(call.StartsAt) is var day && !(day < asked.From) && !(day > asked.To))
                .Where(call => asked.Text is not { } text || Says(call, text))
                .Select(call => PastCallRow.Of(call, context)),
        ];
    }

    private static bool Says(Call call, string text) =>
        new[] { call.Name, call.Opened.Reason, call.Closed?.Summary, call.NotHeld?.Reason }
            .Any(words => words?.Contains(text, StringComparison.OrdinalIgnoreCase) is true);
}
