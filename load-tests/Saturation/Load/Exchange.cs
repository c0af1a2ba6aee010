using System.Buffers;

namespace MseControlCentre.Saturation.Load;

/// <summary>What became of the events of one request.</summary>
/// <param name="Consumed">Bytes of the answer; 0 when it is not complete yet.</param>
/// <param name="Accepted">Events accepted.</param>
/// <param name="Refused">Events refused.</param>
/// <param name="Error">Why, when any were refused.</param>
internal readonly record struct Answer(int Consumed, int Accepted, int Refused, string? Error)
{
    /// <summary>More bytes are needed.</summary>
    public static Answer Incomplete => default;
}

/// <summary>Writes the requests of one connection and reads their answers, which come in the same order.</summary>
internal interface IExchange
{
    /// <summary>Writes the next request.</summary>
    void WriteRequest(IBufferWriter<byte> output);

    /// <summary>Reads one answer from the bytes received.</summary>
    Answer ReadAnswer(ReadOnlySpan<byte> received);
}
