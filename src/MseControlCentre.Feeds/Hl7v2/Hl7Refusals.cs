using System.Globalization;

namespace MseControlCentre.Feeds.Hl7v2;

/// <summary>Why a frame, or a message whose fields are in order, is not taken.</summary>
internal static class Hl7Refusals
{
    public static Rejection NoMessage { get; } = new(
        "MSH", "nothing", "a message that begins with an MSH segment was expected", RejectionCode.SegmentSequence);

    public static Rejection NoDelimiters { get; } = new(
        "MSH-1", "no workable delimiters", "MSH|^~\\& or five other signs, all different, were expected");

    public static Rejection TryAgain { get; } = new(
        "journal",
        "no room to make the message durable now",
        "nothing is wrong with the message; keep it and try again",
        RejectionCode.ApplicationInternalError);

    public static Rejection Fault { get; } = new(
        "server",
        "a fault of this server",
        "keep the message and try again; if it happens again, ask for the server's log to be read",
        RejectionCode.ApplicationInternalError);

    public static Rejection TooMany(int limit) => new(
        "MSH",
        "more messages in one frame than are taken",
        string.Create(CultureInfo.InvariantCulture,
            $"at most {limit} was expected; those before this answer were taken"),
        RejectionCode.SegmentSequence);
}
