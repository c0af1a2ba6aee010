namespace MseControlCentre.Feeds.Credentials;

/// <summary>
/// Who sends, and for whom it may speak. It asks anew whenever the credentials change, so that one that is revoked ends
/// at the next message, also on a connection that stays open. Used by one thread at a time.
/// </summary>
public sealed class FeedSender
{
    private readonly IFeedCredentials _credentials;
    private readonly Func<FeedCredential, bool> _isShown;
    private readonly bool _isLocal;
    private readonly TimeProvider _time;
    private IReadOnlyList<FeedCredential>? _seen;
    private List<FeedCredential> _shown = [];
    private HashSet<string> _guarded = [];

    internal FeedSender(
        IFeedCredentials credentials, Func<FeedCredential, bool> isShown, bool isLocal, TimeProvider time)
    {
        _credentials = credentials;
        _isShown = isShown;
        _isLocal = isLocal;
        _time = time;
    }

    /// <summary>Whether it has shown anything that is valid now.</summary>
    public bool IsKnown
    {
        get
        {
            Look();
            return Live().Any();
        }
    }

    /// <summary>Why it may not speak for a source about a site; null when it may.</summary>
    /// <param name="source">The feed; null when the sender names none that is known.</param>
    /// <param name="site">The site; null when it is not known yet.</param>
    public Rejection? Refusal(string? source, string? site)
    {
        Look();
        if (source is null)
        {
            // Nobody is spoken for: what is wrong with the message is its own matter.
            return _isLocal || Live().Any() ? null : FeedRefusals.NotKnown;
        }

        var speaks = Live().FirstOrDefault(one =>
            string.Equals(one.Source, source, StringComparison.Ordinal) && (site is null || one.Covers(site)));
        if (speaks is not null)
        {
            _credentials.Used(speaks);
            return null;
        }

        if (Live().Any())
        {
            return FeedRefusals.NotYours;
        }

        return _isLocal && !_guarded.Contains(source) ? null : FeedRefusals.NotKnown;
    }

    private IEnumerable<FeedCredential> Live()
    {
        var now = _time.GetUtcNow();
        return _shown.Where(one => one.IsLive(now));
    }

    private void Look()
    {
        var all = _credentials.All();
        if (ReferenceEquals(all, _seen))
        {
            return;
        }

        _seen = all;
        _guarded = all.Select(one => one.Source).ToHashSet(StringComparer.Ordinal);

        // Every one is compared, found or not: the time it takes says nothing.
        _shown = all.Where(_isShown).ToList();
    }
}
