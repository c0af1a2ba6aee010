using System.Globalization;
using System.Text;

namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>
/// HL7 escapes (v2.5.1, 2.7): <c>\F\ \S\ \T\ \R\ \E\</c> for the delimiters, <c>\X0D\</c> for bytes, <c>\.br\</c> for
/// a line break. An escape that is not known, or not ended, stays as it was sent.
/// </summary>
public static class Hl7Escapes
{
    // Longest escape that is looked at; an unmatched escape character must not swallow the rest of a long text.
    private const int LongestEscape = 512;

    /// <summary>Text without escapes.</summary>
    public static string Unescape(ReadOnlySpan<char> raw, Hl7Delimiters delimiters)
    {
        if (delimiters.Escape == '\0' || !raw.Contains(delimiters.Escape))
        {
            return raw.ToString();
        }

        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var start = raw.IndexOf(delimiters.Escape);
            if (start < 0)
            {
                break;
            }

            text.Append(raw[..start]);
            raw = raw[start..];
            var length = raw[1..Math.Min(raw.Length, LongestEscape)].IndexOf(delimiters.Escape);
            if (length >= 0 && TryAppend(text, raw.Slice(1, length), delimiters))
            {
                raw = raw[(length + 2)..];
            }
            else
            {
                text.Append(raw[0]);
                raw = raw[1..];
            }
        }

        return text.Append(raw).ToString();
    }

    /// <summary>Text with every delimiter and line end escaped, so that it can stand in a field.</summary>
    public static string Escape(string text, Hl7Delimiters delimiters)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var code = Code(c, delimiters);
            if (code != '\0' && delimiters.Escape != '\0')
            {
                escaped.Append(delimiters.Escape).Append(code).Append(delimiters.Escape);
            }
            else
            {
                escaped.Append(c < ' ' || code != '\0' ? ' ' : c);
            }
        }

        return escaped.ToString();
    }

    private static char Code(char c, Hl7Delimiters delimiters) =>
        c == '\0' ? '\0'
        : c == delimiters.Field ? 'F'
        : c == delimiters.Component ? 'S'
        : c == delimiters.SubComponent ? 'T'
        : c == delimiters.Repetition ? 'R'
        : c == delimiters.Escape ? 'E'
        : '\0';

    private static bool TryAppend(StringBuilder text, ReadOnlySpan<char> escape, Hl7Delimiters delimiters)
    {
        var plain = escape switch
        {
            "F" => delimiters.Field,
            "S" => delimiters.Component,
            "T" => delimiters.SubComponent,
            "R" => delimiters.Repetition,
            "E" => delimiters.Escape,
            ".br" => '\n',
            _ => '\0',
        };
        if (plain != '\0')
        {
            text.Append(plain);
            return true;
        }

        return escape.Length > 2 && escape[0] == 'X' && TryAppendBytes(text, escape[1..]);
    }

    // \Xdd..\ : pairs of hexadecimal digits. Read as UTF-8 where that is what they are, else one character a byte.
    private static bool TryAppendBytes(StringBuilder text, ReadOnlySpan<char> digits)
    {
        if (digits.Length % 2 != 0)
        {
            return false;
        }

        var bytes = new byte[digits.Length / 2];
        for (var index = 0; index < bytes.Length; index++)
        {
            if (!byte.TryParse(
                digits.Slice(index * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                    out bytes[index]))
            {
                return false;
            }
        }

        text.Append(Hl7Characters.Utf8OrLatin1(bytes));
        return true;
    }
}
