using MimeKit;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Addresses of mail.</summary>
public static class MailAddresses
{
    /// <summary>One as an example in what is said of a wrong one.</summary>
    public const string Example = "site.manager@example.nhs.uk";

    /// <summary>An address with its middle hidden: <c>s***@nhs.net</c>.</summary>
    public static string Masked(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.LastIndexOf('@');
        return at > 0 ? $"{address[..1]}***{address[at..]}" : address;
    }

    /// <summary>Checks one: the address itself, without a name before it.</summary>
    internal static string Read(SettingsNode node, string key, string text)
    {
        if (text.Length > 0
            && !(MailboxAddress.TryParse(text, out var read)
                && string.Equals(read.Address, text, StringComparison.Ordinal)
                && text.All(c => c is > ' ' and <= '~')
                && text.IndexOf('@', StringComparison.Ordinal) > 0))
        {
            node.Wrong(key, $"found '{text}'; expected a mail address such as {Example}, without a name.");
        }

        return text;
    }
}
