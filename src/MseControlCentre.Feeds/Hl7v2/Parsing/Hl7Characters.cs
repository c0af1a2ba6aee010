using System.Text;
using System.Text.Unicode;

namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>The text of a frame, and how it was written, so that the answer is written likewise.</summary>
/// <param name="Text">The text, without a byte-order mark.</param>
/// <param name="Encoding">Its character set.</param>
public readonly record struct Hl7Text(string Text, Encoding Encoding);

/// <summary>
/// Reads the bytes of a frame as text. A byte-order mark comes first, then the character set declared in MSH-18
/// (HL7 table 0211), then UTF-8. Bytes that are no UTF-8 are read as ISO 8859-1: older systems send it undeclared.
/// </summary>
public static class Hl7Characters
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UnicodeEncoding s_utf16LittleEndian = new(bigEndian: false, byteOrderMark: true);
    private static readonly UnicodeEncoding s_utf16BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>Reads a frame.</summary>
    public static Hl7Text Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return new Hl7Text(Utf8OrLatin1(bytes[3..]), s_utf8);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Decode(bytes[2..], s_utf16LittleEndian);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Decode(bytes[2..], s_utf16BigEndian);
        }

        // "MSH" in UTF-16 without a mark: 4D 00 53 00 48 00 or 00 4D 00 53 00 48.
        if (bytes.Length >= 2 && (bytes[0] == 0) != (bytes[1] == 0))
        {
            return Decode(bytes, bytes[1] == 0 ? s_utf16LittleEndian : s_utf16BigEndian);
        }

        var declared = Declared(bytes);
        return declared is null ? Undeclared(bytes) : Decode(bytes, declared);
    }

    /// <summary>Text of bytes that are UTF-8, or else taken as ISO 8859-1.</summary>
    public static string Utf8OrLatin1(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? s_utf8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    private static Hl7Text Undeclared(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes)
        ? new Hl7Text(s_utf8.GetString(bytes), s_utf8)
        : new Hl7Text(Encoding.Latin1.GetString(bytes), Encoding.Latin1);

    private static Hl7Text Decode(ReadOnlySpan<byte> bytes, Encoding encoding) => new(encoding.GetString(bytes),
        encoding);

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOf("MSH"u8);
        if (start < 0)
        {
            return null;
        }

        var header = bytes[start..];
        var end = header.IndexOfAny((byte)'\r', (byte)'\n');
        header = end < 0 ? header : header[..end];
        if (header.Length < 5)
        {
            return null;
        }

        var separator = header[3];
        for (var field = 2; field <= 18; field++)
        {
            var next = header.IndexOf(separator);
            if (next < 0)
            {
                return null;
            }

            header = header[(next + 1)..];
        }

        end = header.IndexOf(separator);
        header = end < 0 ? header : header[..end];
        return header.IsEmpty || header.Length > 64 ? null : Named(Encoding.Latin1.GetString(header));
    }

    // HL7 table 0211. MSH-18 repeats; the first repetition is the default set of the message. A component may follow.
    private static Encoding? Named(string declared)
    {
        var name = declared.Split(s_afterName, 2)[0].Trim().ToUpperInvariant();
        return name switch
        {
            "8859/1" or "ISO-8859-1" or "ISO8859-1" or "LATIN1" => Encoding.Latin1,
            "UNICODE UTF-16" or "UTF-16" => s_utf16BigEndian,
            _ when name.StartsWith("8859/", StringComparison.Ordinal) => Iso8859(name[5..]),
            _ when name.StartsWith("ISO-8859-", StringComparison.Ordinal) => Iso8859(name[9..]),
            _ => null,
        };
    }

    private static readonly char[] s_afterName = ['~', '^'];

    // Parts 10, 12, 14 and 16 are not in the framework: read as part 1, so that every byte is still a character.
    private static Encoding Iso8859(string part)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-" + part) ?? Encoding.Latin1;
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1;
        }
    }
}
