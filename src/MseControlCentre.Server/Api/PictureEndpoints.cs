using System.Globalization;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>Pictures and figures, of now and of any past instant.</summary>
public static class PictureEndpoints
{
    /// <summary>Maps <c>/api/picture</c> and <c>/api/figures/{id}</c>.</summary>
    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/picture", PictureAsync)
            .Produces<PictureDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Every figure, now or at a past instant")
            .WithDescription(
                "Without parameters: now. With `at`: what the board showed then. With `at` and `known=latest`: what is "
                + "now known to have been true then.");
        routes.MapGet("/api/figures/{**id}", Figure)
            .Produces<FigureDefinition>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("One figure with the definition of its measure");
    }

    private static async Task<IResult> PictureAsync(
        string? at, string? known, HttpContext context, PictureFeed feed, PastPictures past, TimeProvider clock)
    {
        if (known is not (null or "latest"))
        {
            return Problems.BadParameter(
                "known", $"Found {known.Length} characters; expected 'latest', or leave it out.");
        }

        if (at is null)
        {
            return known is not null
                ? Problems.BadParameter("known", "It needs 'at': say of which instant.")
                : Now(context, feed, Written);
        }

        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return Problems.BadParameter(
                "at", $"Found {at.Length} characters; expected an instant such as 2026-11-22T14:30:00Z.");
        }

        if (instant > clock.GetUtcNow())
        {
            return Problems.BadParameter("at", "It lies in the future of the server's clock. Give a past instant.");
        }

        return await PastAsync(instant.ToUniversalTime(), known is not null, context, past);
    }

    private static async Task<IResult> PastAsync(
        DateTimeOffset at, bool knownNow, HttpContext context, PastPictures past)
    {
        try
        {
            var state = knownNow
                ? await past.AsKnownNowAsync(at, context.RequestAborted)
                : await past.AsShownAsync(at, context.RequestAborted);
            return state is null
                ? Problems.NotFound("at", "Nothing had been recorded by then. Give a later instant.")
                : Written(state.Picture);
        }
        catch (TooManyReplaysException exception)
        {
            return Problems.NotNow(context, exception.Message);
        }
    }

    private static IResult Figure(string id, HttpContext context, PictureFeed feed) => Now(context, feed, picture =>
        picture.AllFigures()
            .FirstOrDefault(figure => string.Equals(figure.Id, id, StringComparison.Ordinal)) is { } found
            ? Results.Json(FigureDefinition.Of(found), PictureJson.Default.FigureDefinition)
            : Problems.NotFound("id", "There is no such figure. /api/picture lists every identity."));

    private static IResult Written(Picture picture) =>
        Results.Json(PictureDocument.From(picture), PictureJson.Default.PictureDocument);

    private static IResult Now(HttpContext context, PictureFeed feed, Func<Picture, IResult> answer) =>
        feed.Current is { } current
            ? answer(current.Picture)
            : Problems.NotNow(context, "The journal is still being read; /health/ready says how far.");
}

/// <summary>A figure and what its measure means.</summary>
/// <param name="Figure">The figure now.</param>
/// <param name="Definition">What is counted, from which clock.</param>
/// <param name="Basis">Source of the definition.</param>
public sealed record FigureDefinition(FigureRow Figure, string Definition, string Basis)
{
    /// <summary>Defines a figure.</summary>
    public static FigureDefinition Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new FigureDefinition(FigureRow.From(figure), figure.Measure.Definition, figure.Measure.Basis);
    }
}
