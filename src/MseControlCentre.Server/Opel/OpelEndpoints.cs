using MseControlCentre.Domain.Opel;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Opel;

/// <summary>OPEL, now and at any past instant, by the rules of the day or by others.</summary>
public static class OpelEndpoints
{
    /// <summary>Maps <c>/api/opel</c> and <c>/api/opel/rule-sets</c>.</summary>
    public static void MapOpel(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/opel", OpelAsync).Needs(Operation.SeeFigures)
            .Produces<OpelDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("OPEL of each site and of the system, calculated beside declared")
            .WithDescription(
                "Every parameter with its value, band, points and data quality, and what would change the level. "
                    + "Without "
                + "parameters: now. With `at`: what the board showed then. With `ruleSet`: scored by that adopted "
                + "rule set "
                + "instead of the one in force on the day.");
        routes.MapGet("/api/opel/rule-sets", RuleSets).Needs(Operation.SeeFigures)
            .Produces<IReadOnlyList<OpelRuleSetRow>>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("The OPEL rule sets that were adopted, newest version of each");
    }

    private static async Task<IResult> OpelAsync(
        string? at,
        string? ruleSet,
        HttpContext context,
        OpelReadings readings,
        IAccess access,
        TimeProvider clock)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        OpelRuleSet? other = null;
        if (ruleSet is not null && (other = readings.Find(ruleSet)) is null)
        {
            return Problems.NotFound(
                "ruleSet",
                "No rule set of this identity was adopted. Adopted are: "
                + string.Join(", ", readings.RuleSets.Select(adopted => adopted.Rules.Id)) + ".");
        }

        if (at is null)
        {
            return readings.Now(other) is { } now ? Written(now) : NotRead(context);
        }

        if (PastInstant.Read(at, clock, out var instant) is { } wrong)
        {
            return wrong;
        }

        try
        {
            return await readings.PastAsync(instant, other, context.RequestAborted) is { } past
                ? Written(past)
                : Problems.NotFound("at", "Nothing had been recorded by then. Give a later instant.");
        }
        catch (TooManyReplaysException exception)
        {
            return Problems.NotNow(context, exception.Message);
        }
    }

    private static IResult RuleSets(HttpContext context, OpelReadings readings, IAccess access)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        return readings.Now(null) is { } now
            ? Results.Json(
                [.. readings.RuleSets.Select(adopted => OpelRuleSetRow.From(adopted, now.InForce))],
                OpelJson.Default.IReadOnlyListOpelRuleSetRow)
            : NotRead(context);
    }

    private static IResult Written(OpelReading reading) =>
        Results.Json(OpelDocument.From(reading), OpelJson.Default.OpelDocument);

    private static IResult NotRead(HttpContext context) =>
        Problems.NotNow(context, "The journal is still being read; /health/ready says how far.");
}
