namespace MseControlCentre.Domain.Network;

/// <summary>A feed is one sender, tells about sites that exist, and is late before it is stale.</summary>
internal static class FeedRules
{
    private const string OwnSource = "control-centre";
    private const string SitePlaceholder = "{site}";

    public static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        var sites = map.Sites.Select(site => site.Code).ToHashSet(StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var senders = new Dictionary<(string?, string?), string>();
        foreach (var (index, feed) in map.Feeds.Index())
        {
            var key = $"feeds[{index}]";
            CheckId(feed, key, ids, errors);
            CheckSender(feed, key, senders, errors);
            CheckSites(feed, key, sites, errors);
            CheckDomain(feed, key, errors);
            if (feed.LateAfterSeconds > 0 && feed.StaleAfterSeconds > 0
                && feed.StaleAfterSeconds <= feed.LateAfterSeconds)
            {
                errors.Add(new NetworkFileError(
                    key + ".staleAfterSeconds",
                    $"{feed.StaleAfterSeconds}",
                    $"more than lateAfterSeconds, which is {feed.LateAfterSeconds}"));
            }
        }
    }

    private static void CheckId(Feed feed, string key, Dictionary<string, string> ids, List<NetworkFileError> errors)
    {
        if (string.Equals(feed.Id, OwnSource, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new NetworkFileError(
                key + ".id", OwnSource, "another name: this one is the server's own, for events about itself"));
        }
        else if (feed.Id.Length > 0 && !ids.TryAdd(feed.Id, key))
        {
            errors.Add(new NetworkFileError(
                key + ".id", $"the id {feed.Id} again", $"an id that {ids[feed.Id]} does not have (case is ignored)"));
        }
    }

    private static void CheckSender(
        Feed feed, string key, Dictionary<(string?, string?), string> senders, List<NetworkFileError> errors)
    {
        if (feed.Protocol != FeedProtocol.Hl7v2)
        {
            if (feed.SendingApplication is not null || feed.SendingFacility is not null)
            {
                errors.Add(new NetworkFileError(
                    key, "sendingApplication or sendingFacility", "neither: only HL7 v2 feeds are recognised by them"));
            }

            return;
        }

        var sender = (feed.SendingApplication?.ToUpperInvariant(), feed.SendingFacility?.ToUpperInvariant());
        if (!senders.TryAdd(sender, key))
        {
            errors.Add(new NetworkFileError(
                key,
                $"the same sendingApplication and sendingFacility as {senders[sender]}",
                "a pair of its own (case is ignored), else a message could come from either"));
        }
    }

    private static void CheckSites(Feed feed, string key, HashSet<string> sites, List<NetworkFileError> errors)
    {
        foreach (var (index, site) in feed.Sites.Index())
        {
            if (site.Length > 0 && !sites.Contains(site))
            {
                errors.Add(new NetworkFileError(
                    $"{key}.sites[{index}]", JsonShape.OfText(site), $"one of {string.Join(", ", sites)}"));
            }
        }
    }

    private static void CheckDomain(Feed feed, string key, List<NetworkFileError> errors)
    {
        var rest = feed.IdentifierDomain.Replace(SitePlaceholder, "", StringComparison.Ordinal);
        if (rest.AsSpan().ContainsAny('{', '}', '|'))
        {
            errors.Add(new NetworkFileError(
                key + ".identifierDomain",
                "a brace or a bar",
                $"plain text, with {SitePlaceholder} where the site's code goes"));
        }
    }
}
