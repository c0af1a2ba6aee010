using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Exports;

/// <summary><c>/api/exports</c>: national returns as files.</summary>
public static class ExportEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        foreach (var name in NationalReports.Names)
        {
            routes.MapGet("/api/exports/" + name, (
                    string? date,
                    string? format,
                    string? known,
                    HttpContext context,
                    NationalReports reports,
                    NetworkMap network,
                    IAccess access) =>
                {
                    access.Require(Operation.ExportReturns, Subject.System);
                    return GetAsync(name, new Asked(date, format, known), context, reports, network);
                })
                .Needs(Operation.ExportReturns)
                .WithTags("Exports")
                .WithSummary($"The {name.Replace('-', ' ')} of a day of reporting")
                .WithDescription(
                    "`date` is the day of reporting: beds at its 08:00, events of the day before. Without `known` "
                    + "it is made of what was known at that 08:00, whenever it is asked; with `known=latest`, of what "
                    + "is known now. `format` is csv or json. An empty cell is not known; it is never zero.")
                .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/json")
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> GetAsync(
        string name, Asked asked, HttpContext context, NationalReports reports, NetworkMap network)
    {
        if (asked.Format is not (null or "csv" or "json"))
        {
            return Problems.BadParameter("format", "Expected csv or json.");
        }

        if (asked.Known is not (null or "latest"))
        {
            return Problems.BadParameter("known", "Expected 'latest', or leave it out.");
        }

        if (NationalReports.DateOf(asked.Date) is not { } date)
        {
            return Problems.BadParameter("date", "Expected the day of reporting, such as 2026-11-22.");
        }

        var day = new ReportingDay(date, TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone));
        if (reports.IsAhead(day))
        {
            return Problems.BadParameter("date", "Its 08:00 lies in the future of the server's clock.");
        }

        try
        {
            var latest = asked.Known is not null;
            return await reports.MakeAsync(name, network, day, latest, context.RequestAborted) is { } report
                ? Written(report, asked.Format is "json", latest)
                : Problems.NotFound("date", "Nothing had been recorded by then. Give a later day.");
        }
        catch (TooManyReplaysException exception)
        {
            return Problems.NotNow(context, exception.Message);
        }
    }

    private static IResult Written(NationalReport report, bool json, bool latest) => json
        ? Results.Text(ReportText.Json(report, latest), "application/json", Encoding.UTF8)
        : Results.File(
            Encoding.UTF8.GetBytes(ReportText.Csv(report)),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"{report.Name}-{report.Day.Date:yyyy-MM-dd}.csv"));

    private sealed record Asked(string? Date, string? Format, string? Known);
}
