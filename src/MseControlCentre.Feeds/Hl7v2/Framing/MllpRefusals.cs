using System.Globalization;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>Why bytes on the MLLP port make no message.</summary>
internal static class MllpRefusals
{
    public static Rejection CutShort { get; } = new(
        "MLLP frame",
        "a frame that does not end",
        "0B, the message, 1C 0D was expected; send the message again",
        RejectionCode.UnsupportedMessageType);

    public static Rejection NoFraming { get; } = new(
        "MLLP frame",
        "bytes without a start byte",
        "0B, the message, 1C 0D was expected; check that the sender uses MLLP",
        RejectionCode.UnsupportedMessageType);

    public static Rejection TooLong(int limit) => new(
        "MLLP frame",
        "a longer frame than is taken",
        string.Create(CultureInfo.InvariantCulture,
            $"at most {limit} bytes was expected; split the batch or raise the limit"),
        RejectionCode.UnsupportedMessageType);
}
