namespace MseControlCentre.Server.Api;

/// <summary>Errors as RFC 9457 problem details that name the parameter.</summary>
public static class Problems
{
    /// <summary>A parameter that cannot be used. Says what was found by its shape, never the value itself.</summary>
    public static IResult BadParameter(string parameter, string detail) => Results.Problem(
        title: $"The parameter '{parameter}' cannot be used",
        detail: detail,
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });

    /// <summary>There is nothing like that.</summary>
    public static IResult NotFound(string parameter, string detail) => Results.Problem(
        title: "Not found",
        detail: detail,
        statusCode: StatusCodes.Status404NotFound,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });

    /// <summary>The journal has not been read yet.</summary>
    public static IResult StillReading(HttpContext context) =>
        NotNow(context, "The journal is still being read; /health/ready says how far.");

    /// <summary>The server cannot answer now; the caller should come again.</summary>
    public static IResult NotNow(HttpContext context, string detail)
    {
        context.Response.Headers.RetryAfter = "2";
        return Results.Problem(
            title: "Not now", detail: detail, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
