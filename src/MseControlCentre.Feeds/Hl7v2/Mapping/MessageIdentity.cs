using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// The identity under which a message is accepted once: <c>MSH-10@MSH-7</c>. The control id alone would not do: many
/// senders count from 1 again after a restart. A message sent again carries the same two.
/// </summary>
internal static class MessageIdentity
{
    private const int Longest = 120;

    public static string Of(Hl7Message message, Pseudonymiser pseudonymiser)
    {
        var header = message.Header;
        var control = header.Field(10).Text().Trim();
        var sent = header.Field(7).Component(1).Text().Trim();
        if (control.Length == 0)
        {
            // Everything but the header: a sender without control ids puts the time of sending there at best.
            return pseudonymiser.OfMessage(sent + "\r" + Body(message));
        }

        var identity = $"{control}@{sent}";
        return identity.Length <= Longest && !NhsNumberPattern.IsIn(identity) && identity.All(IsPlain)
            ? identity
            : pseudonymiser.OfMessage(identity);
    }

    /// <summary>A control id that may be written down; a keyed hash of one that looks like an identifier.</summary>
    public static string Kept(Hl7Message message, Pseudonymiser pseudonymiser)
    {
        var control = message.Header.Field(10).Text().Trim();
        return control.Length <= Longest && !NhsNumberPattern.IsIn(control) && control.All(IsPlain)
            ? control
            : pseudonymiser.OfMessage(control);
    }

    private static bool IsPlain(char c) => c is > ' ' and < '\u007F' && c is not '#';

    private static string Body(Hl7Message message) => string.Join(
        '\r', Enumerable.Range(1, message.SegmentCount - 1).Select(index => message.Segment(index).Raw.ToString()));
}
