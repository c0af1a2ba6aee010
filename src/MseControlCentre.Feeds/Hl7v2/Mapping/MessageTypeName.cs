namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// A message type as it is counted and shown. It comes from the sender, so its length and letters are bounded.
/// </summary>
internal static class MessageTypeName
{
    private const int LongestPart = 8;
    private const string Unreadable = "(unreadable type)";

    public static string Of(string type, string trigger) =>
        type.Length == 0 ? "(no type)"
        : !IsPlain(type) || !IsPlain(trigger) ? Unreadable
        : trigger.Length == 0 ? type
        : $"{type}^{trigger}";

    private static bool IsPlain(string part) =>
        part.Length <= LongestPart && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
