using System.Text;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls.Archive;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The list of every call, for its page and its file.</summary>
public sealed class PastCallsService(CallArchive archive, NetworkMap network, IAccess access, TimeProvider clock)
{
    private static readonly CallArchivePage s_nothing = new([], 0, 1, 1, IsWhole: true);

    /// <summary>A page of the list.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public async Task<PastCallsView> FindAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        var asked = PastCallsQuery.Read(query);
        var page = await PageAsync(asked, asked.Page, cancellationToken);
        var context = CallsContext.Of(network, clock.GetUtcNow());
        return new PastCallsView(
            asked,
            [.. page.Rows.Select(row => PastCallRow.Of(row, context))],
            page.Total,
            page.Page,
            page.Pages,
            page.IsWhole);
    }

    /// <summary>The whole list as a file: its name, its text, whether all of the journal was read for it.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public async Task<(string Name, string Text, bool IsWhole)> FileAsync(
        IQueryCollection query, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        var asked = PastCallsQuery.Read(query);
        var context = CallsContext.Of(network, clock.GetUtcNow());
        var text = new StringBuilder(CsvCell.Row(PastCallRow.Heads));
        CallArchivePage page;
        var isWhole = true;
        var number = 1;
        do
        {
            page = await PageAsync(asked, number, cancellationToken);
            isWhole &= page.IsWhole;
            foreach (var row in page.Rows)
            {
                text.Append(CsvCell.Row(PastCallRow.Of(row, context).Cells));
            }

            number++;
        }
        while (number <= page.Pages);

        return ($"calls-{context.Stamp}.csv", text.ToString(), isWhole);
    }

    private Task<CallArchivePage> PageAsync(PastCallsQuery asked, int number, CancellationToken cancellationToken) =>
        asked.Errors.Count > 0
            ? Task.FromResult(s_nothing)
            : archive.ListAsync(
                new CallArchiveQuery(asked.Kind, asked.From, asked.To, asked.Text, number), cancellationToken);
}
