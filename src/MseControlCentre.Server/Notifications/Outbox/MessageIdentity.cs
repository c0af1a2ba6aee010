using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>
/// Identities of messages: the same for the same step, rule and recipient, so that a receiver knows one that is sent
/// again. They are made of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, so that they may stand in a Message-ID.
/// </summary>
public static class MessageIdentity
{
    private const int HashLength = 16;

    /// <summary>Identity of a delivery, such as <c>RAJ12-HandoverDelay-20261123-2.4.6f1c2ab93e40d7b1</c>.</summary>
    /// <param name="about">What it is about.</param>
    /// <param name="number">Number of the step.</param>
    /// <param name="rule">Identity of the rule.</param>
    /// <param name="channel">Identity of the channel.</param>
    /// <param name="recipient">Whom it goes to.</param>
    /// <param name="again">How often somebody asked for it once more after it had been sent.</param>
    public static string Of(string about, int number, string rule, string channel, string recipient, int again) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Plain(about)}.{number}.{Hash($"{about}\n{number}\n{rule}\n{channel}\n{recipient}\n{again}")}");

    /// <summary>Identity of a message that carries several.</summary>
    public static string Of(string rule, IEnumerable<string> deliveries) =>
        $"{Plain(rule)}.{Hash(string.Join('\n', deliveries))}";

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}
