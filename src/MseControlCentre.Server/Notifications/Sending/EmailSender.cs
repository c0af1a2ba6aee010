using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>Sends mail by SMTP, each message on a line of its own.</summary>
/// <param name="channel">The mail server.</param>
/// <param name="write">Writes what a message says.</param>
/// <param name="domain">What stands behind the @ of message identities: this server's name.</param>
/// <param name="clock">Real time.</param>
public sealed class EmailSender(
    EmailChannel channel, Func<OutgoingMessage, MessageText> write, string domain, TimeProvider clock) : IMessageSender
{
    /// <summary>Header that names each step in a message.</summary>
    public const string StepHeader = "X-Control-Centre-Step";

    /// <inheritdoc />
    public string Channel => channel.Id;

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var mail = Write(message);
        using var smtp = new SmtpClient();
        try
        {
            await smtp.ConnectAsync(channel.Host, channel.Port, OptionsOf(channel.Tls), cancellationToken);
            if (channel is { User: { } user, Password: { } password })
            {
                await smtp.AuthenticateAsync(user, password, cancellationToken);
            }

            await smtp.SendAsync(mail, cancellationToken);
        }
        catch (Exception exception) when (WordsOf(exception) is { } words)
        {
            throw new DeliveryFailedException(
                words, IsOfChannel(exception), inner: exception);
        }

        await LeaveAsync(smtp, cancellationToken);
    }

    private MimeMessage Write(OutgoingMessage message)
    {
        var text = write(message);
        var mail = new MimeMessage
        {
            Subject = text.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{message.Identity}@{domain}",
            Body = new TextPart("plain") { Text = BodyOf(text) },
        };
        mail.From.Add(new MailboxAddress("Control centre", channel.From));
        mail.To.Add(new MailboxAddress(string.Empty, message.Recipient));

        // Mails about one thing stand together, and no absence message answers them.
        mail.References.AddRange(message.Deliveries
            .Select(delivery => $"{delivery.Announcement.About}@{domain}").Distinct(StringComparer.Ordinal));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        foreach (var step in text.Steps)
        {
            mail.Headers.Add(StepHeader, step.Identity);
        }

        return mail;
    }

    private static string BodyOf(MessageText text) => string.Join(
        "\n\n",
        [.. text.Steps.Select(PartOf), "-- \n" + text.Why]) + "\n";

    private static string PartOf(StepText step) => string.Join(
        '\n',
        [
            step.Headline,
            step.What,
            .. step.Old is { } old ? new[] { old } : [],
            string.Empty,
            .. step.Facts.Select(fact => $"{fact.Name + ":",-11}{fact.Value}"),
            $"{"Open:",-11}{step.Link.AbsoluteUri}",
        ]);

    private static SecureSocketOptions OptionsOf(MailTls tls) => tls switch
    {
        MailTls.None => SecureSocketOptions.None,
        MailTls.FromTheStart => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private static bool IsOfChannel(Exception exception) =>
        exception is not SmtpCommandException { ErrorCode: not SmtpErrorCode.SenderNotAccepted };

    // What the mail server says is not repeated: it may name addresses.
    private static string? WordsOf(Exception exception) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused =>
            $"the mail server did not take the recipient ({(int)refused.StatusCode})",
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused =>
            $"the mail server did not take the sender's address ({(int)refused.StatusCode})",
        SmtpCommandException refused => $"the mail server answered {(int)refused.StatusCode}",
        AuthenticationException => "the mail server did not take user and password",
        SslHandshakeException => "the mail server's certificate is not trusted",
        NotSupportedException => "the mail server offers no encryption or no way to sign in",
        SocketException => "the mail server cannot be reached",
        ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or IOException =>
            "the mail server broke off before it answered",
        _ => null,
    };

    // It is taken: what goes wrong with saying good-bye changes nothing.
    private static async Task LeaveAsync(SmtpClient smtp, CancellationToken cancellationToken)
    {
        try
        {
            await smtp.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (WordsOf(exception) is not null || exception is OperationCanceledException)
        {
            // The line is closed with the client.
        }
    }
}
