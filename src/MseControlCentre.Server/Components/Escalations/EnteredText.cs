using MseControlCentre.Feeds;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What people write about an escalation.</summary>
public static class EnteredText
{
    /// <summary>Longest text.</summary>
    public const int Longest = 400;

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    /// <param name="what">What the text is, such as <c>the reason</c>.</param>
    /// <param name="text">The text, without spaces around it.</param>
    /// <param name="isRequired">Whether it may not be left out.</param>
    public static string? Fault(string what, string text, bool isRequired)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0
            ? isRequired ? $"Write {what}." : null
            : text.Length > Longest ? $"Write {what} in at most {Longest} characters; these are {text.Length}."
            : NhsNumberPattern.IsIn(text)
                ? $"Write {what} without the number that looks like an NHS number: no patient may be named here."
            : text.Any(c => char.IsControl(c) && c is not ('\r' or '\n'))
                ? $"Write {what} without control characters."
            : null;
    }

    /// <summary>A text as it is kept: on one line; null for an empty one.</summary>
    public static string? Kept(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries));
        return line.Length == 0 ? null : line;
    }
}
