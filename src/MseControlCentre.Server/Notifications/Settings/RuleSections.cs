using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Reads the rules of the file of <c>--notifications</c>.</summary>
internal static class RuleSections
{
    private const int MostRecipients = 50;

    private static readonly AnnouncedStep[] s_usualSteps =
    [
        AnnouncedStep.Raised, AnnouncedStep.PassedUp, AnnouncedStep.PackReady, AnnouncedStep.Called,
        AnnouncedStep.ActionAgreed, AnnouncedStep.ActionChased,
    ];

    /// <summary>Every rule; what is wrong with them is told to the node.</summary>
    public static IReadOnlyList<NotificationRule> Read(
        SettingsNode node, IReadOnlyList<NotificationChannel> channels, NetworkMap? network)
    {
        var rules = new List<NotificationRule>();
        foreach (var one in node.Children("rules"))
        {
            one.Only("id", "for", "channel", "to", "sites", "kinds", "fromLevel", "steps", "quietHours");
            var id = Identities.Read(one, "site-managers-basildon", [.. rules.Select(rule => rule.Id)]);
            rules.Add(Rule(one, id, channels, network));
        }

        if (rules.Count == 0)
        {
            node.Wrong("rules", "is missing or empty: nobody would be told. Give at least one rule.");
        }

        return rules;
    }

    private static NotificationRule Rule(
        SettingsNode node, string id, IReadOnlyList<NotificationChannel> channels, NetworkMap? network)
    {
        var channel = node.Text("channel", "mail");
        var known = channels.FirstOrDefault(one => string.Equals(one.Id, channel, StringComparison.Ordinal));
        if (known is null && channel.Length > 0)
        {
            node.Wrong(
                "channel",
                $"found '{channel}'; expected one of {string.Join(", ", channels.Select(one => one.Id))}.");
        }

        var topics = Known(node, "kinds", Topics.All);
        return new NotificationRule(
            id,
            node.Text("for", "Site managers of Basildon"),
            channel,
            Recipients(node, known),
            Known(node, "sites", network is null ? null : Places(network)),
            topics,
            Level(node, "fromLevel", network),
            Steps(node, topics),
            Quiet(node, network));
    }

    private static IEnumerable<string> Places(NetworkMap network) =>
        network.Sites.Select(site => site.Code)
            .Append(network.Code)
            .Concat(network.Partners.Select(one => one.Code))
            .Append(network.AmbulanceService.Code);

    private static IReadOnlyList<string> Recipients(SettingsNode node, NotificationChannel? channel)
    {
        var to = node.Texts("to", $"[\"{MailAddresses.Example}\"]");
        if (channel is WebhookChannel)
        {
            if (node.Has("to"))
            {
                node.Wrong("to", "is for mail; a webhook's channel says itself where it leads.");
            }

            return [channel.Id];
        }

        if (channel is EmailChannel && to.Count is 0 or > MostRecipients)
        {
            node.Wrong("to", $"found {to.Count} addresses; expected 1 to {MostRecipients}.");
        }

        return [.. to.Select(address => MailAddresses.Read(node, "to", address)).Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Known(SettingsNode node, string key, IEnumerable<string>? known)
    {
        var named = node.Texts(key, "[\"RAJ12\"]");
        if (known?.ToList() is { } all)
        {
            foreach (var code in named.Except(all, StringComparer.Ordinal))
            {
                node.Wrong(key, $"found '{code}'; expected one of {string.Join(", ", all)}.");
            }
        }

        return named;
    }

    private static string? Level(SettingsNode node, string key, NetworkMap? network)
    {
        var code = node.TextOrNull(key, "site-manager");
        if (code is { Length: > 0 } && network is not null && network.Escalation.RankOf(code) < 0)
        {
            node.Wrong(
                key,
                $"found '{code}'; expected a level of the network file: "
                + $"{string.Join(", ", network.Escalation.Levels.Select(level => level.Code))}.");
        }

        return code;
    }

    private static AnnouncedStep[] Steps(SettingsNode node, IReadOnlyList<string> topics)
    {
        if (!node.Has("steps"))
        {
            return s_usualSteps;
        }

        AnnouncedStep[] steps = [.. node.Texts("steps", "[\"raised\"]")
            .Select(name => node.Choice<AnnouncedStep>("steps", name)).OfType<AnnouncedStep>()];
        if (steps.Length > 0 && topics.Count > 0 && !topics.Any(topic => steps.Any(step => Topics.Has(topic, step))))
        {
            node.Wrong("steps", "none of them is a step of the kinds: nobody would be told. See docs/operations.md.");
        }

        return steps;
    }

    private static QuietHours? Quiet(SettingsNode node, NetworkMap? network)
    {
        if (node.Child("quietHours") is not { } quiet)
        {
            return null;
        }

        quiet.Only("from", "to", "breaksThroughFrom");
        var (from, to) = (Clock(quiet, "from", "22:00"), Clock(quiet, "to", "07:00"));
        if (from == to)
        {
            quiet.Wrong("to", "is the same as from; leave quietHours out where there are none.");
        }

        return new QuietHours(from, to, Level(quiet, "breaksThroughFrom", network));
    }

    private static TimeOnly Clock(SettingsNode node, string key, string example)
    {
        var text = node.Text(key, example);
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && text.Length > 0)
        {
            node.Wrong(key, $"found '{text}'; expected hour and minute such as {example}.");
        }

        return time;
    }
}
