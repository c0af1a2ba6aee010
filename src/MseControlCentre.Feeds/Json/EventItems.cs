using System.Text.Json;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// Parts a request's body into events: one object, an array of objects, or one object a line (NDJSON). In NDJSON a
/// line that is no JSON spoils only itself.
/// </summary>
internal static class EventItems
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 16 };
    private static readonly JsonReaderOptions s_reader = new() { MaxDepth = 16 };

    /// <summary>The events; an item that could not be read is undefined.</summary>
    /// <param name="body">The body in UTF-8.</param>
    /// <param name="isNdjson">Whether the sender says that it is NDJSON.</param>
    /// <param name="limit">Events to read at most.</param>
    /// <param name="items">The events; one more than the limit when there are more.</param>
    /// <returns>Null, or why the body as a whole cannot be read.</returns>
    public static string? Read(ReadOnlyMemory<byte> body, bool isNdjson, int limit,
        out IReadOnlyList<JsonElement> items)
    {
        items = [];
        var span = body.Span;
        if (span.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            body = body[3..];
            span = body.Span;
        }

        var first = span.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
        {
            return "The body is empty; an event, an array of events, or one event a line was expected.";
        }

        if (!isNdjson && span[first] != '[' && !IsOneValue(span))
        {
            isNdjson = true;
        }

        if (isNdjson)
        {
            items = Lines(body, limit);
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, s_options);
            var root = document.RootElement.Clone();
            items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Take(limit + 1)] : [root];
            return null;
        }
        catch (JsonException error)
        {
            return $"The body is no JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).";
        }
    }

    // One pretty-printed object, or something broken that is best explained as one; else several: NDJSON.
    private static bool IsOneValue(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, s_reader);
            reader.Read();
            reader.Skip();
            return body[(int)reader.BytesConsumed..].IndexOfAnyExcept(" \t\r\n"u8) < 0;
        }
        catch (JsonException)
        {
            // A broken first line of several spoils only itself.
            return body.Trim(" \t\r\n"u8).IndexOf((byte)'\n') < 0;
        }
    }

    private static List<JsonElement> Lines(ReadOnlyMemory<byte> body, int limit)
    {
        var items = new List<JsonElement>();
        while (!body.IsEmpty && items.Count <= limit)
        {
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                items.Add(Parse(line));
            }
        }

        return items;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, s_options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
