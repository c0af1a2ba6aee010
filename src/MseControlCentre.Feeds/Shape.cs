using System.Globalization;

namespace MseControlCentre.Feeds;

/// <summary>Says what a value looks like without saying what it is, so that an error can name it and hide it.</summary>
public static class Shape
{
    /// <summary>The shape: <c>nothing</c>, <c>9 digits</c>, <c>3 letters</c> or <c>14 characters</c>.</summary>
    public static string Of(ReadOnlySpan<char> value)
    {
        if (value.IsWhiteSpace())
        {
            return "nothing";
        }

        if (value is "\"\"")
        {
            return "two quotation marks";
        }

        var digits = 0;
        var letters = 0;
        foreach (var c in value)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        var kind = digits == value.Length ? "digit" : letters == value.Length ? "letter" : "character";
        return string.Create(CultureInfo.InvariantCulture, $"{value.Length} {kind}{(value.Length == 1 ? "" : "s")}");
    }
}
