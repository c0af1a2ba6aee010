namespace MseControlCentre.Domain.Network;

/// <summary>Finds the feed that a message comes from. Immutable.</summary>
public sealed class FeedDirectory
{
    private readonly Dictionary<string, Feed> _byId;
    private readonly Sender[] _senders;

    private sealed record Sender(Feed Feed, PatternPart Application, PatternPart Facility)
    {
        public int Literals => (Application.IsLiteral ? 1 : 0) + (Facility.IsLiteral ? 1 : 0);

        public int Named => (Application.IsAbsent ? 0 : 1) + (Facility.IsAbsent ? 0 : 1);

        public int FixedCharacters => Application.FixedCharacters + Facility.FixedCharacters;
    }

    /// <summary>Prepares the feeds of a map.</summary>
    public FeedDirectory(NetworkMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Feeds = map.Feeds;
        _byId = map.Feeds.ToDictionary(feed => feed.Id, StringComparer.Ordinal);
        _senders =
        [
            .. map.Feeds
                .Select(feed => new Sender(
                    feed, new PatternPart(feed.SendingApplication), new PatternPart(feed.SendingFacility)))
                .OrderByDescending(sender => sender.Literals)
                .ThenByDescending(sender => sender.Named)
                .ThenByDescending(sender => sender.FixedCharacters),
        ];
    }

    /// <summary>All feeds, in the order of the network file.</summary>
    public IReadOnlyList<Feed> Feeds { get; }

    /// <summary>
    /// The feed with an identity, as the <c>source</c> of a JSON event names it; null when there is none.
    /// </summary>
    public Feed? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The feed of a protocol whose sender patterns fit, case ignored; the most specific one where several fit, as in
    /// <see cref="LocationMap"/>. Null when none fits.
    /// </summary>
    /// <param name="protocol">How the message came.</param>
    /// <param name="sendingApplication">MSH-3 (its first component).</param>
    /// <param name="sendingFacility">MSH-4 (its first component).</param>
    public Feed? BySender(FeedProtocol protocol, string? sendingApplication, string? sendingFacility)
    {
        var application = sendingApplication.AsSpan().Trim();
        var facility = sendingFacility.AsSpan().Trim();
        foreach (var sender in _senders)
        {
            if (sender.Feed.Protocol == protocol
                && sender.Application.Matches(application) && sender.Facility.Matches(facility))
            {
                return sender.Feed;
            }
        }

        return null;
    }
}
