using System.Globalization;
using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>
/// The list that the agencies work through at a multi-agency discharge event: who waits, for what, and who can unblock
/// it. Pseudonymous; never for a wall.
/// </summary>
public static class DelayedDischargeEndpoint
{
    /// <summary>Patients listed at most; the total tells how many there are.</summary>
    public const int MostListed = 2_000;

    /// <summary>Name of the header that tells how many there are, beside a CSV file.</summary>
    public const string TotalHeader = "X-Total-Count";

    /// <summary>Maps <c>GET /api/delayed-discharges</c>.</summary>
    public static void MapDelayedDischarges(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/delayed-discharges", List)
            .Needs(Operation.SeeDelayedDischarges)
            .Produces<DelayedDischargeList>(StatusCodes.Status200OK, "application/json", "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Patients with no criteria to reside, longest delay first")
            .WithDescription(
                "For a multi-agency discharge event: those that the account may see. "
                + "`site`: a site code. `owner`: a partner's code, or `unknown`. "
                + "`pathway`: 0 to 3, or `unknown`. `format`: json or csv.");

    private static IResult List(
        string? site,
        string? owner,
        string? pathway,
        string? format,
        HttpContext context,
        LiveState state,
        PictureFeed feed,
        IAccess access,
        TimeProvider clock)
    {
        var own = access.RequireWidest(Operation.SeeDelayedDischarges);
        if (feed.Current is null || state.Network is not { } network)
        {
            return Problems.NotNow(context, "The journal is still being read; /health/ready says how far.");
        }

        if (Fault(site, owner, pathway, format, network) is { } fault)
        {
            return fault;
        }

        var (at, all) = state.DelayedDischarges(clock.GetUtcNow(), new DelayedDischargeFilter(site, owner, pathway));
        var delays = all.Where(delay => own.Any(subject => subject.Covers(delay.Site, delay.Owner))).ToList();
        var rows = delays.Take(MostListed).Select(DelayedDischargeRow.From).ToList();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers[TotalHeader] = delays.Count.ToString(CultureInfo.InvariantCulture);
        return format is "csv"
            ? Csv(rows, at)
            : Results.Json(new DelayedDischargeList(at, delays.Count, rows), JsonSerializerOptions.Web);
    }

    private static IResult? Fault(string? site, string? owner, string? pathway, string? format, NetworkMap network)
    {
        if (site is not null && network.Sites.All(one => !Is(one.Code, site)))
        {
            return NotAmong("site", site, network.Sites.Select(one => one.Code));
        }

        if (owner is not (null or DelayedDischargeFilter.Unknown) && network.Partners.All(one => !Is(one.Code, owner)))
        {
            return NotAmong(
                "owner", owner, network.Partners.Select(one => one.Code).Append(DelayedDischargeFilter.Unknown));
        }

        if (pathway is not (null or "0" or "1" or "2" or "3" or DelayedDischargeFilter.Unknown))
        {
            return NotAmong("pathway", pathway, ["0", "1", "2", "3", DelayedDischargeFilter.Unknown]);
        }

        return format is null or "json" or "csv" ? null : NotAmong("format", format, ["json", "csv"]);
    }

    private static IResult NotAmong(string parameter, string found, IEnumerable<string> known) => Problems.BadParameter(
        parameter,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Found {found.Length} characters; expected one of {string.Join(", ", known)}, or leave it out."));

    private static IResult Csv(List<DelayedDischargeRow> rows, DateTimeOffset at)
    {
        var csv = new StringBuilder(CsvCell.Row(DelayedDischargeRow.Columns));
        foreach (var row in rows)
        {
            csv.Append(CsvCell.Row(row.Cells().Select(cell => cell ?? string.Empty)));
        }

        return Results.File(
            Encoding.UTF8.GetBytes(csv.ToString()),
            SitrepEndpoints.Csv,
            string.Create(CultureInfo.InvariantCulture, $"delayed-discharges-{at:yyyyMMdd-HHmm}Z.csv"));
    }

    private static bool Is(string known, string found) => string.Equals(known, found, StringComparison.Ordinal);
}
