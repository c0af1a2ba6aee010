namespace MseControlCentre.Domain.Network;

/// <summary>
/// One part of a pattern: a literal, a text with <c>*</c> for any run of characters, or nothing (matches all).
/// </summary>
internal readonly struct PatternPart
{
    private readonly string? _text;

    public PatternPart(string? text)
    {
        _text = text;
        IsLiteral = text is not null && !text.Contains('*', StringComparison.Ordinal);
    }

    /// <summary>Whether it names exactly one value.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether it was left out.</summary>
    public bool IsAbsent => _text is null;

    /// <summary>Characters it fixes.</summary>
    public int FixedCharacters => _text?.Count(letter => letter != '*') ?? 0;

    /// <summary>
    /// Whether a value fits, case ignored. A value that is not there fits only what is left out or <c>*</c>.
    /// </summary>
    public bool Matches(ReadOnlySpan<char> value) => _text is null
        || (IsLiteral ? value.Equals(_text, StringComparison.OrdinalIgnoreCase) : MatchesWildcard(value, _text));

    // The usual two-pointer walk: on a mismatch go back to the last star and let it swallow one character more.
    private static bool MatchesWildcard(ReadOnlySpan<char> value, ReadOnlySpan<char> pattern)
    {
        int at = 0, inPattern = 0, star = -1, afterStar = 0;
        while (at < value.Length)
        {
            if (inPattern < pattern.Length && pattern[inPattern] == '*')
            {
                star = inPattern++;
                afterStar = at;
            }
            else if (inPattern < pattern.Length && Same(pattern[inPattern], value[at]))
            {
                inPattern++;
                at++;
            }
            else if (star >= 0)
            {
                inPattern = star + 1;
                at = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        return pattern[inPattern..].Trim('*').IsEmpty;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
