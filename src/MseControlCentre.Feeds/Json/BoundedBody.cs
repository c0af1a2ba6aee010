using Microsoft.AspNetCore.Http;

namespace MseControlCentre.Feeds.Json;

/// <summary>Reads a request's body whole, up to a limit: nothing of a body that is too large is taken.</summary>
internal static class BoundedBody
{
    private const int FirstRead = 16 * 1024;

    /// <summary>The body; null when it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit,
        CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var buffer = new byte[Math.Max(FirstRead, (int)(request.ContentLength ?? 0) + 1)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, (long)limit + 1));
            }

            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (length > limit)
            {
                return null;
            }

            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }
        }
    }
}
