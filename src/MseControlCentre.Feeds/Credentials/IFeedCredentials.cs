namespace MseControlCentre.Feeds.Credentials;

/// <summary>The credentials of the feeds, as they are now. Safe for several threads.</summary>
public interface IFeedCredentials
{
    /// <summary>
    /// All of them, those that ended too: a source whose last key was revoked is shut, not open. The same list is
    /// returned until something changes, at most seconds after another process changed it.
    /// </summary>
    IReadOnlyList<FeedCredential> All();

    /// <summary>Remembers that one let somebody in.</summary>
    void Used(FeedCredential credential);
}

/// <summary>For a host that keeps no credentials: every source is without one.</summary>
internal sealed class NoFeedCredentials : IFeedCredentials
{
    public IReadOnlyList<FeedCredential> All() => [];

    public void Used(FeedCredential credential)
    {
    }
}
