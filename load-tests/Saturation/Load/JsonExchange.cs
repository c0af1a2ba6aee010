using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MseControlCentre.Saturation.Messages;

namespace MseControlCentre.Saturation.Load;

/// <summary>
/// Ambulance events over one HTTP/1.1 connection: <c>POST /api/events</c> with one event or a batch, answered with 202
/// and <c>"accepted":n</c>. Written by hand over a socket so that the client costs little beside the server.
/// </summary>
internal sealed class JsonExchange(string prefix, int number, int batch, string? key) : IExchange
{
    private readonly string _authorization = key is null ? string.Empty : $"Authorization: Bearer {key}\r\n";
    private readonly ConveyanceStory _story = new(prefix, number);
    private readonly StringBuilder _body = new();

    /// <inheritdoc />
    public void WriteRequest(IBufferWriter<byte> output)
    {
        _body.Clear();
        if (batch == 1)
        {
            _body.Append(_story.Next());
        }
        else
        {
            _body.Append('[');
            for (var index = 0; index < batch; index++)
            {
                _body.Append(index == 0 ? string.Empty : ",").Append(_story.Next());
            }

            _body.Append(']');
        }

        // The body is ASCII: its length in bytes is its length in characters.
        var length = _body.Length.ToString(CultureInfo.InvariantCulture);
        var head = "POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"{_authorization}Content-Length: {length}\r\n\r\n";
        Encoding.ASCII.GetBytes(head, output);
        foreach (var chunk in _body.GetChunks())
        {
            Encoding.ASCII.GetBytes(chunk.Span, output);
        }
    }

    /// <inheritdoc />
    public Answer ReadAnswer(ReadOnlySpan<byte> received)
    {
        // HTTP/1.1 202 Accepted\r\nContent-Length: 61\r\n...\r\n\r\n{"accepted":1,...   (or chunked)
        var headEnd = received.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return Answer.Incomplete;
        }

        var head = received[..headEnd];
        var bodyStart = headEnd + 4;
        var end = EndOf(head, received, bodyStart);
        if (end < 0)
        {
            return Answer.Incomplete;
        }

        var body = received[bodyStart..end];
        var accepted = NumberAfter(body, "\"accepted\":"u8);
        return head.StartsWith("HTTP/1.1 202"u8) && accepted == batch
            ? new Answer(end, batch, 0, null)
            : new Answer(end, accepted, batch - accepted, Encoding.UTF8.GetString(received[..Math.Min(end, 400)]));
    }

    private static int EndOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> received, int bodyStart)
    {
        if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0)
        {
            var last = received[bodyStart..].IndexOf("\r\n0\r\n\r\n"u8);
            return last < 0 ? -1 : bodyStart + last + 7;
        }

        var end = bodyStart + NumberAfter(head, "Content-Length: "u8);
        return end <= received.Length ? end : -1;
    }

    private static int NumberAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label)
    {
        var at = text.IndexOf(label);
        return at >= 0 && Utf8Parser.TryParse(text[(at + label.Length)..], out int number, out _) ? number : 0;
    }
}
