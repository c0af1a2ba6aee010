using System.Net;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Reads the channels of the file of <c>--notifications</c>.</summary>
internal static class ChannelSections
{
    private const string ExampleId = "mail";

    /// <summary>Every channel; what is wrong with them is told to the node.</summary>
    /// <param name="node">The file.</param>
    /// <param name="file">Its path; secrets are looked for from its folder.</param>
    public static IReadOnlyList<NotificationChannel> Read(SettingsNode node, string file)
    {
        var channels = new List<NotificationChannel>();
        foreach (var one in node.Children("channels"))
        {
            var id = Identities.Read(one, ExampleId, [.. channels.Select(channel => channel.Id)]);
            var kind = one.Text("kind", "email");
            if (string.Equals(kind, "email", StringComparison.Ordinal))
            {
                channels.Add(Email(one, id, file));
            }
            else if (string.Equals(kind, "webhook", StringComparison.Ordinal))
            {
                channels.Add(Webhook(one, id, file));
            }
            else if (kind.Length > 0)
            {
                one.Wrong("kind", $"found '{kind}'; expected email or webhook.");
            }
        }

        if (channels.Count == 0)
        {
            node.Wrong("channels", "is missing or empty; expected a list with at least one channel.");
        }

        return channels;
    }

    private static EmailChannel Email(SettingsNode node, string id, string file)
    {
        node.Only("id", "kind", "host", "port", "tls", "from", "user", "password");
        var host = node.Text("host", "smtp.example.nhs.uk");
        var tls = node.Choice<MailTls>("tls", node.TextOrNull("tls", "required") ?? "required") ?? MailTls.Required;
        var user = node.TextOrNull("user", "control-centre@example.nhs.uk");
        if (tls is MailTls.None && !IsLoopback(host))
        {
            node.Wrong(
                "tls", $"found none for {host}; only a mail server on this machine may be spoken to in the clear.");
        }

        if (user is null && node.Has("password"))
        {
            node.Wrong("user", "is missing, though there is a password.");
        }

        return new EmailChannel(
            id,
            host,
            node.Number("port", tls is MailTls.FromTheStart ? 465 : 587, 1, 65535),
            tls,
            MailAddresses.Read(node, "from", node.Text("from", MailAddresses.Example)),
            user,
            user is null ? null : SettingsSecret.Read(node, "password", file, "MSE_MAIL_PASSWORD"));
    }

    // Whoever knows the address may post there; what is wrong with it is told without it.
    private static WebhookChannel Webhook(SettingsNode node, string id, string file)
    {
        node.Only("id", "kind", "address");
        var address = SettingsSecret.Read(node, "address", file, "MSE_TEAMS_ADDRESS");
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https" } or { Scheme: "http", IsLoopback: true })
        {
            return new WebhookChannel(id, uri);
        }

        if (address.Length > 0)
        {
            node.Wrong("address", "what is found there is no address with https; copy it anew from where it was made.");
        }

        return new WebhookChannel(id, new Uri("https://localhost/"));
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
