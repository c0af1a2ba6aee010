namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>
/// The characters that part a message into fields and components, as its first segment declares them:
/// <code>MSH|^~\&amp;|PAS|RAJ12|...</code>
/// The character after <c>MSH</c> parts fields; MSH-2 lists component, repetition, escape and sub-component.
/// </summary>
/// <param name="Field">Parts fields; usually <c>|</c>.</param>
/// <param name="Component">Parts components; usually <c>^</c>.</param>
/// <param name="Repetition">Parts repetitions; usually <c>~</c>. NUL when there is none.</param>
/// <param name="Escape">Starts and ends an escape; usually <c>\</c>. NUL when there is none.</param>
/// <param name="SubComponent">Parts sub-components; usually <c>&amp;</c>. NUL when there is none.</param>
public readonly record struct Hl7Delimiters(
    char Field, char Component, char Repetition, char Escape, char SubComponent)
{
    private const char None = '\0';

    /// <summary>The delimiters that the standard recommends.</summary>
    public static Hl7Delimiters Standard { get; } = new('|', '^', '~', '\\', '&');

    /// <summary>MSH-2 as it is written.</summary>
    public string EncodingCharacters =>
        string.Concat(new[] { Component, Repetition, Escape, SubComponent }.TakeWhile(c => c != None));

    /// <summary>Reads the delimiters from a header segment (MSH, FHS or BHS).</summary>
    /// <returns>False when the segment declares none that could work.</returns>
    public static bool TryRead(ReadOnlySpan<char> header, out Hl7Delimiters delimiters)
    {
        delimiters = Standard;
        if (header.Length < 4 || !CanDelimit(header[3]))
        {
            return false;
        }

        var field = header[3];
        var encoding = header[4..];
        var end = encoding.IndexOf(field);
        encoding = end < 0 ? encoding : encoding[..end];
        if (encoding.Length > 5 || encoding.ContainsAny(" \t"))
        {
            return false;
        }

        // "^~\\&": a sender whose program text had its escape doubled. It is seen often enough to be understood.
        if (encoding.Length == 5 && encoding[2] == encoding[3])
        {
            encoding = string.Concat(encoding[..3], encoding[4..]);
        }

        // Fewer than four are allowed (HL7 v2.5.1, 2.5.4). What is left out takes its usual character, unless that
        // character has been given another meaning.
        Span<char> found = ['^', '~', '\\', '&'];
        encoding[..Math.Min(4, encoding.Length)].CopyTo(found);
        for (var index = 0; index < found.Length; index++)
        {
            var clashes = found[index] == field || found[..index].Contains(found[index]);
            if (index < encoding.Length ? clashes || !CanDelimit(found[index]) : clashes)
            {
                if (index < encoding.Length)
                {
                    return false;
                }

                found[index] = None;
            }
        }

        delimiters = new Hl7Delimiters(field, found[0], found[1], found[2], found[3]);
        return true;
    }

    private static bool CanDelimit(char c) => c > ' ' && c != '"' && !char.IsLetterOrDigit(c) && !char.IsSurrogate(c);
}
