using System.Globalization;
using MseControlCentre.Feeds;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What people write in a statement: plain words on several lines, about no patient.</summary>
public static class StatementText
{
    /// <summary>Longest answer to one question.</summary>
    public const int Longest = 1_000;

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    /// <param name="text">The answer as it is kept.</param>
    public static string? Fault(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > Longest
            ? string.Create(
                CultureInfo.InvariantCulture, $"Write at most {Longest} characters; these are {text.Length}.")
            : NhsNumberPattern.IsIn(text)
                ? "Leave out the number that looks like an NHS number: no patient may be named here."
            : text.Any(c => char.IsControl(c) && c is not '\n')
                ? "Leave out the control characters."
            : null;
    }

    /// <summary>An answer as it is kept: its lines as they were written, without space around them.</summary>
    public static string Kept(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings("\n").Trim();
    }
}
