using System.Globalization;
using System.Text;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2;

/// <summary>MSA-1, HL7 table 0008.</summary>
public enum AcknowledgementCode
{
    /// <summary>Accepted: the message is durable, or there is nothing in it to keep.</summary>
    AA,

    /// <summary>Error: the message has a fault, or cannot be made durable now.</summary>
    AE,

    /// <summary>Rejected: this is no HL7 v2 message.</summary>
    AR,
}

/// <summary>
/// Writes the answer to a message, in the sender's delimiters, version and character set:
/// <code>
/// MSH|^~\&amp;|SCC|QH8|PAS|RAJ12|20261122100101||ACK^A01^ACK|S1|P|2.4
/// MSA|AE|42
/// ERR||PV1^1^19|101^Required field missing^HL70357|E||||PV1-19: found nothing; a visit number was expected
/// </code>
/// </summary>
public static class Acknowledgement
{
    // An answer must not be a way to have a large field sent back many times over. HL7 v2.7 allows 199 for MSH-10.
    private const int LongestEcho = 250;

    /// <summary>The answer to a message.</summary>
    /// <param name="message">The message; null when none could be read.</param>
    /// <param name="encoding">The sender's character set.</param>
    /// <param name="code">The verdict.</param>
    /// <param name="rejection">Why, unless it is accepted.</param>
    /// <param name="at">Time of the answer.</param>
    /// <param name="controlId">Control id of the answer.</param>
    /// <returns>The bytes, MLLP framing included.</returns>
    public static byte[] Write(
        Hl7Message? message,
        Encoding encoding,
        AcknowledgementCode code,
        Rejection? rejection,
        DateTimeOffset at,
        string controlId)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        var delimiters = message?.Delimiters ?? Hl7Delimiters.Standard;
        var text = new StringBuilder(256);
        AppendHeader(text, message, delimiters, at, controlId);
        text.Append('\r').Append("MSA").Append(delimiters.Field).Append(code).Append(delimiters.Field)
            .Append(Echo(message, 10)).Append('\r');
        if (rejection is not null)
        {
            AppendError(text, rejection, delimiters);
        }

        return Frame(text.ToString(), encoding);
    }

    private static void AppendHeader(
        StringBuilder text, Hl7Message? message, Hl7Delimiters delimiters, DateTimeOffset at, string controlId)
    {
        var trigger = message is null ? "" : message.Header.Field(9).Component(2).Raw.ToString();
        var type = trigger.Length is 0 or > 8
            ? "ACK"
            : string.Concat("ACK", delimiters.Component.ToString(), trigger, delimiters.Component.ToString(), "ACK");
        string[] fields =
        [
            delimiters.EncodingCharacters,
            Echo(message, 5),
            Echo(message, 6),
            Echo(message, 3),
            Echo(message, 4),
            at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+0000",
            "",
            type,
            controlId,
            Otherwise(Echo(message, 11), "P"),
            Otherwise(Echo(message, 12), "2.4"),
            "", "", "", "", "",
            Echo(message, 18),
        ];
        text.Append("MSH").Append(delimiters.Field).AppendJoin(delimiters.Field, fields);
        while (text[^1] == delimiters.Field)
        {
            text.Length--;
        }
    }

    private static void AppendError(StringBuilder text, Rejection rejection, Hl7Delimiters delimiters)
    {
        var (field, component) = (delimiters.Field, delimiters.Component);
        text.Append("ERR").Append(field).Append(field)
            .Append(Location(rejection.Field, component)).Append(field)
            .Append((int)rejection.Code).Append(component).Append(NameOf(rejection.Code)).Append(component)
            .Append("HL70357").Append(field)
            .Append('E').Append(field, 4)
            .Append(Hl7Escapes.Escape(rejection.Text, delimiters)).Append('\r');
    }

    // "PV1-3.4" is ERR-2 PV1^1^3^1^4: segment, occurrence, field, repetition, component. "MLLP frame" has no location.
    private static string Location(string field, char component)
    {
        var dash = field.IndexOf('-', StringComparison.Ordinal);
        var segment = dash == 3 ? field[..3] : field.Length == 3 ? field : "";
        if (segment.Length == 0)
        {
            return "";
        }

        var parts = dash < 0 ? [] : field[(dash + 1)..].Split('.');
        IEnumerable<string> all = [segment, "1", .. parts.Take(1), .. parts.Length > 1 ? ["1", parts[1]]
            : (string[])[]];
        return string.Join(component, all);
    }

    private static string NameOf(RejectionCode code) => code switch
    {
        RejectionCode.SegmentSequence => "Segment sequence error",
        RejectionCode.RequiredFieldMissing => "Required field missing",
        RejectionCode.DataType => "Data type error",
        RejectionCode.TableValueNotFound => "Table value not found",
        RejectionCode.UnsupportedMessageType => "Unsupported message type",
        RejectionCode.UnknownKey => "Unknown key identifier",
        _ => "Application internal error",
    };

    private static string Otherwise(string value, string otherwise) => value.Length > 0 ? value : otherwise;

    private static string Echo(Hl7Message? message, int field)
    {
        var raw = message is null ? default : message.Header.Field(field).Raw;
        var echo = raw.Length <= LongestEcho ? raw.ToString() : raw[..LongestEcho].ToString();

        // A control id that ends in 1C would end the frame of its answer, and line feeds look like segments to some.
        return echo.Any(char.IsControl) ? string.Concat(echo.Where(letter => !char.IsControl(letter))) : echo;
    }

    private static byte[] Frame(string text, Encoding encoding)
    {
        var mark = encoding.GetPreamble();
        var framed = new byte[1 + mark.Length + encoding.GetByteCount(text) + 2];
        framed[0] = Framing.MllpFrames.Start;
        mark.CopyTo(framed, 1);
        var length = 1 + mark.Length + encoding.GetBytes(text, framed.AsSpan(1 + mark.Length));
        framed[length] = Framing.MllpFrames.End;
        framed[length + 1] = Framing.MllpFrames.CarriageReturn;
        return framed;
    }
}
