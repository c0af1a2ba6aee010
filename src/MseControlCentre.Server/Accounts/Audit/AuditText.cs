using MseControlCentre.Feeds;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Text of people as the audit keeps it: short, one line, nothing that looks like an NHS number.</summary>
internal static class AuditText
{
    private const string Withheld = "(withheld: it looks like an NHS number)";

    /// <summary>The text; null when there is none.</summary>
    public static string? Of(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (NhsNumberPattern.IsIn(text))
        {
            return Withheld;
        }

        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length > longest ? line[..longest] : line;
    }
}
