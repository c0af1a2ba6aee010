using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Identities of channels and rules: deliveries are known by them, so that they must stay.</summary>
internal static class Identities
{
    private const int Longest = 60;

    /// <summary>Reads one that is unlike those before it.</summary>
    public static string Read(SettingsNode node, string example, IReadOnlyList<string> before)
    {
        var id = node.Text("id", example);
        if (id.Length > Longest || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            node.Wrong("id", $"found '{id}'; expected up to {Longest} letters, digits, - and _, such as {example}.");
        }
        else if (before.Contains(id, StringComparer.Ordinal))
        {
            node.Wrong("id", $"found '{id}' again; expected one of its own.");
        }

        return id;
    }
}
