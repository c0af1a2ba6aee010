namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Who is told what, and by which way, as the file of <c>--notifications</c> says.</summary>
/// <param name="Channels">The ways on which messages leave.</param>
/// <param name="Rules">Who is told of what.</param>
/// <param name="Retries">How a message that could not be delivered is tried again.</param>
/// <param name="SaysOldAfter">Age from which on a message says that its step is old.</param>
public sealed record NotificationSettings(
    IReadOnlyList<NotificationChannel> Channels,
    IReadOnlyList<NotificationRule> Rules,
    RetryTimes Retries,
    TimeSpan SaysOldAfter)
{
    /// <summary>Nobody is told anything but who has the board open: the settings of a server without a file.</summary>
    public static readonly NotificationSettings None =
        new([], [], RetryTimes.Usual, TimeSpan.FromMinutes(15));

    /// <summary>A channel by its identity; null when the file no longer has it.</summary>
    public NotificationChannel? Channel(string id) =>
        Channels.FirstOrDefault(channel => string.Equals(channel.Id, id, StringComparison.Ordinal));

    /// <summary>A rule by its identity; null when the file no longer has it.</summary>
    public NotificationRule? Rule(string id) =>
        Rules.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));
}

/// <summary>How a message that could not be delivered is tried again.</summary>
/// <param name="First">Wait after the first failure; it doubles with each further one.</param>
/// <param name="Longest">The longest wait.</param>
/// <param name="GivenUpAfter">Age of a delivery at which it is given up.</param>
public sealed record RetryTimes(TimeSpan First, TimeSpan Longest, TimeSpan GivenUpAfter)
{
    /// <summary>What holds when the file says nothing.</summary>
    public static readonly RetryTimes Usual =
        new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(24));
}

/// <summary>A way on which messages leave.</summary>
/// <param name="Id">Its identity in the file.</param>
public abstract record NotificationChannel(string Id);

/// <summary>Whether the line to a mail server is encrypted.</summary>
public enum MailTls
{
    /// <summary>STARTTLS, and no mail without it.</summary>
    Required,

    /// <summary>TLS from the first byte, as on port 465.</summary>
    FromTheStart,

    /// <summary>None: only to a server on this machine.</summary>
    None,
}

/// <summary>Mail by SMTP.</summary>
/// <param name="Id">Its identity in the file.</param>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">Whether the line is encrypted.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">Who signs in there; null for nobody.</param>
/// <param name="Password">What they show; never written into the settings themselves.</param>
public sealed record EmailChannel(
    string Id, string Host, int Port, MailTls Tls, string From, string? User, string? Password)
    : NotificationChannel(Id)
{
    /// <inheritdoc />
    public override string ToString() => $"{Id}: mail by {Host}:{Port}";
}

/// <summary>An Adaptive Card sent to an address, as Microsoft Teams' workflows take it.</summary>
/// <param name="Id">Its identity in the file.</param>
/// <param name="Address">Where to; whoever knows it may post there, so that it is a secret.</param>
public sealed record WebhookChannel(string Id, Uri Address) : NotificationChannel(Id)
{
    /// <inheritdoc />
    public override string ToString() => $"{Id}: webhook";
}
