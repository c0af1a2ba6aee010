using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>Pictures, of now and of any past instant.</summary>
public static class PictureEndpoints
{
    /// <summary>Maps <c>/api/picture</c>.</summary>
    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/picture", PictureAsync)
            .Needs(Operation.SeeFigures)
            .Produces<PictureDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Every figure, now or at a past instant")
            .WithDescription(
                "Without parameters: now. With `at`: what the board showed then. With `at` and `known=latest`: what is "
                + "now known to have been true then.");
    }

    private static async Task<IResult> PictureAsync(
        string? at,
        string? known,
        HttpContext context,
        PictureFeed feed,
        PastPictures past,
        IAccess access,
        TimeProvider clock)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        if (known is not (null or "latest"))
        {
            return Problems.BadParameter(
                "known", $"Found {known.Length} characters; expected 'latest', or leave it out.");
        }

        if (at is null)
        {
            return known is not null
                ? Problems.BadParameter("known", "It needs 'at': say of which instant.")
                : Now(context, feed, picture => Written(picture, access));
        }

        return PastInstant.Read(at, clock, out var instant) is { } problem
            ? problem
            : await PastAsync(instant, known is not null, context, past, access);
    }

    private static async Task<IResult> PastAsync(
        DateTimeOffset at, bool knownNow, HttpContext context, PastPictures past, IAccess access)
    {
        try
        {
            var state = knownNow
                ? await past.AsKnownNowAsync(at, context.RequestAborted)
                : await past.AsShownAsync(at, context.RequestAborted);
            return state is null
                ? Problems.NotFound("at", "Nothing had been recorded by then. Give a later instant.")
                : Written(state.Picture, access);
        }
        catch (TooManyReplaysException exception)
        {
            return Problems.NotNow(context, exception.Message);
        }
    }

    // Ambulances are rows of single patients: each site's are there for who may see that site's patients.
    private static IResult Written(Picture picture, IAccess access)
    {
        var document = PictureDocument.From(picture);
        var own = access.Actor.Widest(Operation.SeePatients);
        foreach (var subject in own)
        {
            access.Require(Operation.SeePatients, subject);
        }

        return Results.Json(
            document with
            {
                Sites =
                [
                    .. document.Sites.Select(site => own.Any(subject => subject.Covers(site.Code, null))
                        ? site
                        : site with { Handovers = null }),
                ],
            },
            PictureJson.Default.PictureDocument);
    }

    private static IResult Now(HttpContext context, PictureFeed feed, Func<Picture, IResult> answer) =>
        feed.Current is { } current ? answer(current.Picture) : Problems.StillReading(context);
}
