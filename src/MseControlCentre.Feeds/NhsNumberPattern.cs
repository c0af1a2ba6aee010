namespace MseControlCentre.Feeds;

/// <summary>
/// Finds what looks like an NHS number: ten digits, with or without spaces or hyphens between them, whose last is the
/// modulus 11 check digit (NHS Data Dictionary, NHS NUMBER). It guards the members that hold words, not identifiers.
/// </summary>
public static class NhsNumberPattern
{
    private const int Digits = 10;

    /// <summary>Whether the text holds a run of exactly ten digits that passes the check.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        Span<int> run = stackalloc int[Digits];
        var count = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            var c = index < text.Length ? text[index] : 'x';
            if (char.IsAsciiDigit(c))
            {
                if (count < Digits)
                {
                    run[count] = c - '0';
                }

                count++;
            }
            else if (!JoinsDigits(text, index))
            {
                if (count == Digits && HasCheckDigit(run))
                {
                    return true;
                }

                count = 0;
            }
        }

        return false;
    }

    // "943 476 5919" and "943-476-5919": a separator between two digits does not end the run.
    private static bool JoinsDigits(ReadOnlySpan<char> text, int index) =>
        index > 0 && index + 1 < text.Length
        && text[index] is ' ' or '-' or '\u00A0'
        && char.IsAsciiDigit(text[index - 1]) && char.IsAsciiDigit(text[index + 1]);

    private static bool HasCheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var index = 0; index < Digits - 1; index++)
        {
            sum += digits[index] * (Digits - index);
        }

        var check = (11 - (sum % 11)) % 11;
        return check == digits[Digits - 1];
    }
}
