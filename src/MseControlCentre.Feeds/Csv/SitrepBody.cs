using Microsoft.AspNetCore.Http;
using MseControlCentre.Feeds.Json;

namespace MseControlCentre.Feeds.Csv;

/// <summary>The file of a request: its body, or the one file of a form.</summary>
/// <param name="File">The file's bytes.</param>
/// <param name="Problem">Why there is none; null when there is.</param>
internal readonly record struct SitrepBody(ReadOnlyMemory<byte> File, IResult? Problem)
{
    // What a form adds around its file.
    private const int FormOverhead = 8 * 1024;

    public static async Task<SitrepBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return await BoundedBody.ReadAsync(request, limit, cancellationToken) is { } body
                ? new SitrepBody(body, null)
                : TooLarge(limit);
        }

        if (await BoundedBody.ReadAsync(request, limit + FormOverhead, cancellationToken) is not { } whole)
        {
            return TooLarge(limit);
        }

        try
        {
            request.Body = new MemoryStream(whole.ToArray(), writable: false);
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files.Count != 1)
            {
                return NoFile(form.Files.Count == 0 ? "no file" : "several files");
            }

            if (form.Files[0].Length > limit)
            {
                return TooLarge(limit);
            }

            using var file = new MemoryStream();
            await form.Files[0].CopyToAsync(file, cancellationToken);
            return new SitrepBody(file.ToArray(), null);
        }
        catch (InvalidDataException)
        {
            return NoFile("a form that cannot be read");
        }
    }

    private static SitrepBody NoFile(string found) => new(default, Results.Problem(
        title: "There is no file to take",
        detail: $"Found {found}; the body was expected to be text/csv, or a form with one file.",
        statusCode: StatusCodes.Status400BadRequest));

    private static SitrepBody TooLarge(int limit) => new(default, Results.Problem(
        title: "The file is too large",
        detail: $"At most {limit} bytes was expected. Nothing was taken: send it in several files.",
        statusCode: StatusCodes.Status413PayloadTooLarge));
}
