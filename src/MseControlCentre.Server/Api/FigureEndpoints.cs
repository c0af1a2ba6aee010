using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>One figure: what it means, what is behind it, and how it came about.</summary>
public static class FigureEndpoints
{
    /// <summary>Bound of the hours of one history.</summary>
    public const int MostHours = 168;

    /// <summary>Bound of the points of one history.</summary>
    public const int MostPoints = 400;

    private static readonly int[] s_steps = [5, 10, 15, 30, 60];

    /// <summary>
    /// Maps <c>/api/figures/{id}</c>, its <c>evidence</c> and its <c>history</c>. The identity of a ward's figure has a
    /// slash, as in <c>RAJ12/AMU:beds.open</c>; it may be written as it is or as <c>%2F</c>.
    /// </summary>
    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        Map(routes, string.Empty, Operation.SeeFigures, Definition, route => route
            .Produces<FigureDefinition>()
            .WithSummary("One figure with the definition of its measure and the standards it is held against"));
        Map(routes, "/evidence", Operation.SeePatients, EvidenceAsync, route => route
            .Produces<EvidenceDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("What a figure rests on")
            .WithDescription(
                "The stories, declarations or other figures that are counted, with the events that tell of them, their "
                + "feeds and times; and of a figure that is not known, what it lacks. With `at`: what was behind the "
                + $"figure that the board showed then. `most` bounds the list (1 to {FigureProvenance.MostEvidence}, "
                + $"else {FigureProvenance.UsualEvidence}); `total` says how many there are."));
        Map(routes, "/history", Operation.SeeFigures, HistoryAsync, route => route
            .Produces<HistoryDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("What the board showed of a figure over the last hours")
            .WithDescription(
                $"`hours` (1 to {MostHours}, else 24) and `step` in minutes (5, 10, 15, 30 or 60, else 15). A value "
                    + $"that "
                + "was not known is null. Beside it the same times a week earlier, when the journal reaches back."));
    }

    private static void Map(
        IEndpointRouteBuilder routes,
        string what,
        Operation operation,
        Delegate answer,
        Action<RouteHandlerBuilder> describe)
    {
        foreach (var path in new[] { "/api/figures/{id}", "/api/figures/{site}/{id}" })
        {
            describe(routes.MapGet(path + what, answer)
                .Needs(operation)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable));
        }
    }

    private static IResult Definition(
        string? site, string id, HttpContext context, PictureFeed feed, NetworkMap network, IAccess access)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        return Find(site, id, context, feed, out var figure) ?? Results.Json(
            FigureDefinition.Of(figure!, network.Standards), PictureJson.Default.FigureDefinition);
    }

    private static async Task<IResult> EvidenceAsync(
        string? site,
        string id,
        string? at,
        int? most,
        HttpContext context,
        PictureFeed feed,
        FigureProvenance provenance,
        NetworkMap network,
        IAccess access,
        TimeProvider clock)
    {
        access.Require(Operation.SeePatients, SubjectOf.Figure(IdOf(site, id), network));
        var count = most ?? FigureProvenance.UsualEvidence;
        if (count is < 1 or > FigureProvenance.MostEvidence)
        {
            return Problems.BadParameter("most", $"Found {count}; expected 1 to {FigureProvenance.MostEvidence}.");
        }

        if (feed.Current is null)
        {
            return Problems.StillReading(context);
        }

        var figureId = IdOf(site, id);
        if (at is null)
        {
            return Written(provenance.EvidenceNow(figureId, count));
        }

        if (PastInstant.Read(at, clock, out var instant) is { } problem)
        {
            return problem;
        }

        try
        {
            return Written(await provenance.EvidenceAtAsync(figureId, instant, count, context.RequestAborted));
        }
        catch (TooManyReplaysException exception)
        {
            return Problems.NotNow(context, exception.Message);
        }
    }

    private static async Task<IResult> HistoryAsync(
        string? site,
        string id,
        int? hours,
        int? step,
        HttpContext context,
        PictureFeed feed,
        FigureProvenance provenance,
        IAccess access)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        var (span, minutes) = (hours ?? 24, step ?? 15);
        if (span is < 1 or > MostHours)
        {
            return Problems.BadParameter("hours", $"Found {span}; expected 1 to {MostHours}.");
        }

        if (!s_steps.Contains(minutes) || span * 60 / minutes > MostPoints)
        {
            return Problems.BadParameter(
                "step",
                $"Found {minutes} minutes; expected one of {string.Join(", ", s_steps)}, "
                + $"and at most {MostPoints} steps "
                + "in the hours asked for.");
        }

        if (Find(site, id, context, feed, out var figure) is { } problem)
        {
            return problem;
        }

        try
        {
            var history = await provenance.HistoryAsync(figure!, span, minutes, context.RequestAborted);
            return Results.Json(HistoryDocument.From(history), PictureJson.Default.HistoryDocument);
        }
        catch (TooManyReplaysException exception)
        {
            return Problems.NotNow(context, exception.Message);
        }
    }

    private static IResult Written(FigureEvidence? evidence) => evidence is null
        ? NoSuchFigure()
        : Results.Json(EvidenceDocument.From(evidence), PictureJson.Default.EvidenceDocument);

    private static IResult? Find(string? site, string id, HttpContext context, PictureFeed feed, out Figure? figure)
    {
        figure = feed.Current?.Picture.Find(IdOf(site, id));
        return figure is not null ? null
            : feed.Current is null ? Problems.StillReading(context)
            : NoSuchFigure();
    }

    private static IResult NoSuchFigure() =>
        Problems.NotFound("id", "There is no such figure. /api/picture lists every identity.");

    // Routing leaves an escaped slash as it is.
    private static string IdOf(string? site, string id) =>
        (site is null ? id : site + "/" + id).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
