using System.Buffers;
using System.Globalization;
using System.Text;
using MseControlCentre.Saturation.Messages;

namespace MseControlCentre.Saturation.Load;

/// <summary>
/// Admission messages of one site over one MLLP connection. A frame is <c>&lt;VT&gt; message &lt;FS&gt;&lt;CR&gt;</c>;
/// an answer must carry <c>MSA|AA|</c> and the control id of the message it answers.
/// </summary>
internal sealed class MllpExchange(string prefix, int number) : IExchange
{
    private const byte StartBlock = 0x0b;
    private const byte EndBlock = 0x1c;

    private readonly StayStory _story = new(prefix, number);

    // Bound: LoadOptions.InFlight.
    private readonly Queue<string> _controlIds = new();
    private long _count;

    /// <inheritdoc />
    public void WriteRequest(IBufferWriter<byte> output)
    {
        var controlId = prefix + (_count++).ToString("x", CultureInfo.InvariantCulture);
        _controlIds.Enqueue(controlId);
        output.Write([StartBlock]);
        Encoding.UTF8.GetBytes(_story.Next(controlId), output);
        output.Write([EndBlock, (byte)'\r']);
    }

    /// <inheritdoc />
    public Answer ReadAnswer(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf(EndBlock);
        if (end < 0 || received.Length < end + 2)
        {
            return Answer.Incomplete;
        }

        var controlId = _controlIds.Dequeue();
        var message = received[..end];
        var msa = message.IndexOf("\rMSA|"u8);
        var answer = msa < 0 ? [] : message[(msa + 1)..];
        answer = answer.IndexOf((byte)'\r') is var line and >= 0 ? answer[..line] : answer;
        var expected = $"MSA|AA|{controlId}";
        var text = Encoding.UTF8.GetString(answer);
        var matches = text.Equals(expected, StringComparison.Ordinal)
            || text.StartsWith(expected + "|", StringComparison.Ordinal);
        return matches
            ? new Answer(end + 2, 1, 0, null)
            : new Answer(end + 2, 0, 1, $"expected {expected}, got {Encoding.Latin1.GetString(message[1..])}");
    }
}
