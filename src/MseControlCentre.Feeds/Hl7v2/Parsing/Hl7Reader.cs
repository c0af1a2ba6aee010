namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>One message found in a frame: parsed, or unreadable with its reason.</summary>
/// <param name="Message">The message; null when its header declares no workable delimiters.</param>
public readonly record struct FoundMessage(Hl7Message? Message);

/// <summary>
/// Parts a frame's text into messages. Segments end with CR, LF or both; blank lines and white space before a segment
/// are skipped. A frame may hold several messages, bare or inside a batch:
/// <code>
/// FHS|^~\&amp;|...
/// BHS|^~\&amp;|...
/// MSH|^~\&amp;|... (one or more messages)
/// BTS|2
/// FTS|1
/// </code>
/// </summary>
public static class Hl7Reader
{
    /// <summary>The messages of a frame, in order. None when there is no MSH segment.</summary>
    /// <param name="text">The text of the frame.</param>
    /// <param name="limit">Messages to read at most.</param>
    /// <param name="more">Whether there were more than the limit.</param>
    public static IReadOnlyList<FoundMessage> Read(string text, int limit, out bool more)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<FoundMessage>(1);
        var segments = new List<(int Start, int Length)>(12);
        var position = 0;
        more = false;
        while (NextLine(text, ref position, out var start, out var length))
        {
            var line = text.AsSpan(start, length);
            if (StartsHeader(line, "MSH"))
            {
                Finish(text, segments, found);
                if (found.Count == limit)
                {
                    more = true;
                    return found;
                }

                segments.Add((start, length));
            }
            else if (IsBatchSegment(line))
            {
                Finish(text, segments, found);
            }
            else if (segments.Count > 0)
            {
                segments.Add((start, length));
            }
        }

        Finish(text, segments, found);
        return found;
    }

    private static bool NextLine(string text, ref int position, out int start, out int length)
    {
        while (position < text.Length)
        {
            var rest = text.AsSpan(position);
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];
            start = position + (line.Length - line.TrimStart().Length);
            length = position + line.Length - start;
            position += end < 0 ? rest.Length : end + 1;
            if (length > 0)
            {
                return true;
            }
        }

        start = length = 0;
        return false;
    }

    private static bool IsBatchSegment(ReadOnlySpan<char> line) =>
        StartsHeader(line, "FHS") || StartsHeader(line, "BHS") || StartsHeader(line, "BTS") || StartsHeader(line,
            "FTS");

    private static bool StartsHeader(ReadOnlySpan<char> line, ReadOnlySpan<char> id) =>
        line.StartsWith(id, StringComparison.Ordinal) && (line.Length == 3 || !char.IsLetterOrDigit(line[3]));

    private static void Finish(string text, List<(int Start, int Length)> segments, List<FoundMessage> found)
    {
        if (segments.Count == 0)
        {
            return;
        }

        var (start, length) = segments[0];
        var readable = Hl7Delimiters.TryRead(text.AsSpan(start, length), out var delimiters);
        found.Add(new FoundMessage(readable ? new Hl7Message(text, [.. segments], delimiters) : null));
        segments.Clear();
    }
}
