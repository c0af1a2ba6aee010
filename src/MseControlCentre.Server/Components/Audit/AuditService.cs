using Microsoft.Data.Sqlite;
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
    IAccess access, AuditIndex index, AuditSearch search, NetworkMap network, TimeProvider clock)
{
    /// <summary>Acts on one page.</summary>
    public const int RowsOnPage = 100;

    private const int RowsAtOnce = 1000;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    private readonly IReadOnlyList<Choice> _sites =
        [.. network.Sites.Select(site => new Choice(site.Code, site.Name))];

    /// <summary>The page of what an address asks for.</summary>
    public async Task<AuditView> ReadAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeAudit, Subject.System);
        var asked = AuditQuery.Read(query, _local);
        var isWhole = await index.CatchUpAsync(s_longestWait, cancellationToken);
        try
        {
            var found = asked.Errors.Count > 0 ? [] : search.Find(asked.Asked, asked.Before, RowsOnPage + 1);
            return new AuditView(
                asked,
                [.. found.Take(RowsOnPage).Select(act => AuditRow.Of(act, network, _local))],
                found.Count > RowsOnPage ? found[RowsOnPage - 1].Sequence : null,
                search.People(),
                _sites,
                isWhole);
        }
        catch (SqliteException) when (!isWhole)
        {
            // The index is only just being made.
            return new AuditView(asked, [], null, [], _sites, IsWhole: false);
        }
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

        if (!await index.CatchUpAsync(s_longestWait, cancellationToken))
        {
            return Results.Problem(
                title: "Not now",
                detail: "The audit is still being read from the journal. Ask again in a moment.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Stream(
            file => AuditFile.WriteAsync(file, Parts(asked), cancellationToken),
            SitrepEndpoints.Csv,
            AuditFile.Name(clock.GetUtcNow(), _local));
    }

    private IEnumerable<IReadOnlyList<AuditedAct>> Parts(AuditQuery asked)
    {
        long? before = null;
        while (search.Find(asked.Asked, before, RowsAtOnce) is { Count: > 0 } part)
        {
            yield return part;
            before = part[^1].Sequence;
        }
    }
}
