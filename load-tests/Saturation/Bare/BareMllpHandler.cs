using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace MseControlCentre.Saturation.Bare;

/// <summary>
/// The least that an MLLP door can do: find the frame, read the control id, keep the message when there is a store,
/// answer AA. The frames of one read are kept together and answered in order.
/// </summary>
internal sealed class BareMllpHandler(BareStorage storage) : ConnectionHandler
{
    private const byte EndBlock = 0x1c;
    private const int SendingFacilityField = 3;
    private const int ControlIdField = 9;

    /// <inheritdoc />
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(connection.ConnectionClosed);
            var buffer = read.Buffer;
            var messages = TakeMessages(ref buffer);
            input.AdvanceTo(buffer.Start, buffer.End);
            if (messages.Count > 0)
            {
                await storage.KeepAsync(messages);
                WriteAnswers(connection.Transport.Output, messages);
                await connection.Transport.Output.FlushAsync();
            }

            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static List<BareMessage> TakeMessages(ref ReadOnlySequence<byte> buffer)
    {
        var messages = new List<BareMessage>();
        while (buffer.PositionOf(EndBlock) is { } end && buffer.Slice(end).Length >= 2)
        {
            var content = buffer.Slice(1, end).ToArray();
            buffer = buffer.Slice(buffer.GetPosition(2, end));
            var head = Encoding.ASCII.GetString(content.AsSpan(0, content.AsSpan().IndexOf((byte)'\r'))).Split('|');
            messages.Add(new BareMessage(head[SendingFacilityField], head[ControlIdField], content));
        }

        return messages;
    }

    private static void WriteAnswers(PipeWriter output, List<BareMessage> messages)
    {
        foreach (var message in messages)
        {
            Encoding.ASCII.GetBytes($"\vMSH|^~\\&|BARE||||||ACK|1|P|2.4\rMSA|AA|{message.MessageId}\r\u001c\r", output);
        }
    }
}
