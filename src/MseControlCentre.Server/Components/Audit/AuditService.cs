using System.Runtime.CompilerServices;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>Shows auditors who saw and did what. Asking is itself recorded.</summary>
public sealed class AuditService(
    IAccess access, AuditIndex index, NetworkMap network, TimeProvider clock)
{
    /// <summary>Acts on one page.</summary>
    public const int RowsOnPage = 100;

    private const int RowsAtOnce = 1000;

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    private readonly IReadOnlyList<Choice> _sites =
        [.. network.Sites.Select(site => new Choice(site.Code, site.Name))];

    /// <summary>The page of what an address asks for.</summary>
    public async Task<AuditView> ReadAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeAudit, Subject.System);
        var asked = AuditQuery.Read(query, _local);
        var (answer, isWhole) = await index.AskAsync(
            connection => new
            {
                Found = asked.Errors.Count > 0
                    ? []
                    : AuditSearch.Find(connection, asked.Asked, asked.Before, RowsOnPage + 1),
                People = AuditSearch.People(connection),
            },
            cancellationToken);
        var found = answer?.Found ?? [];
        return new AuditView(
            asked,
            [.. found.Take(RowsOnPage).Select(act => AuditRow.Of(act, network, _local))],
            found.Count > RowsOnPage ? found[RowsOnPage - 1].Sequence : null,
            answer?.People ?? [],
            _sites,
            isWhole);
    }

    /// <summary>Everything that an address asks for, as a file.</summary>
    public async Task<IResult> FileAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeAudit, Subject.System);
        var asked = AuditQuery.Read(query, _local);
        if (asked.Errors is [{ Field: { } field } wrong, ..])
        {
            return Problems.BadParameter(field, wrong.Message);
        }

        var (first, isWhole) = await index.AskAsync(
            connection => AuditSearch.Find(connection, asked.Asked, null, RowsAtOnce), cancellationToken);
        if (first is null || !isWhole)
        {
            return Results.Problem(
                title: "Not now",
                detail: "The audit is still being read from the journal. Ask again in a moment.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Stream(
            file => AuditFile.WriteAsync(file, PartsAsync(asked, first, cancellationToken), cancellationToken),
            SitrepEndpoints.Csv,
            AuditFile.Name(clock.GetUtcNow(), _local));
    }

    // A file that ends early must not be taken for a whole one.
    private async IAsyncEnumerable<IReadOnlyList<AuditedAct>> PartsAsync(
        AuditQuery asked, IReadOnlyList<AuditedAct> first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var part = first; part.Count > 0;)
        {
            yield return part;
            var before = part[^1].Sequence;
            var (next, _) = await index.AskAsync(
                connection => AuditSearch.Find(connection, asked.Asked, before, RowsAtOnce), cancellationToken);
            part = next
                ?? throw new IOException("The audit's index can no longer be read; the file is not whole.");
        }
    }
}
