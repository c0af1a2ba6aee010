using System.Security.Cryptography;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Credentials;

/// <summary>What is asked for when a credential is made.</summary>
/// <param name="Source">The feed.</param>
/// <param name="Sites">Site codes; empty for those of the feed in the network file.</param>
/// <param name="CertificateFile">A client certificate to pin; null for none.</param>
/// <param name="AuthorityFile">An authority whose client certificates are let in; null for none.</param>
public sealed record CredentialAsked(
    string Source, IReadOnlyList<string> Sites, string? CertificateFile, string? AuthorityFile);

/// <summary>Makes, replaces and ends the feeds' credentials, by the rules of the network file.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="network">The network.</param>
/// <param name="time">Real time.</param>
public sealed class CredentialCeremony(CredentialDatabase database, NetworkMap network, TimeProvider time)
{
    /// <summary>At most: the one in use and the next one.</summary>
    private const int MostLive = 2;

    /// <summary>Makes the first credential of a source.</summary>
    /// <returns>It and, once and never again, its key; null for a certificate.</returns>
    /// <exception cref="StartRefusedException">It cannot be made; says why and what to do.</exception>
    public (FeedCredential Made, string? Key) Add(CredentialAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var live = LiveOf(asked.Source);
        return live.Count == 0
            ? Make(asked, [], TimeSpan.Zero)
            : throw Refused(
                "SOURCE", $"{asked.Source} has {live[^1].Id} already; make the next one with 'feed-key rotate'.");
    }

    /// <summary>Makes the next credential of a source; the one in use ends when the overlap is over.</summary>
    /// <returns>It and, once and never again, its key; null for a certificate.</returns>
    /// <exception cref="StartRefusedException">It cannot be made; says why and what to do.</exception>
    public (FeedCredential Made, string? Key) Rotate(CredentialAsked asked, TimeSpan overlap)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var live = LiveOf(asked.Source);
        return live.Count switch
        {
            0 => throw Refused("SOURCE", $"{asked.Source} has none to rotate; make the first with 'feed-key add'."),
            >= MostLive => throw Refused(
                "SOURCE",
                $"{asked.Source} is being rotated already; first end the older with 'feed-key revoke {live[0].Id}'."),
            _ => Make(asked with { Sites = asked.Sites.Count == 0 ? live[0].Sites : asked.Sites }, live, overlap),
        };
    }

    /// <summary>Ends a credential at once. Returns it.</summary>
    /// <exception cref="StartRefusedException">There is none of that name.</exception>
    public FeedCredential Revoke(string id)
    {
        var found = database.Read().FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal))
            ?? throw Refused("ID", "found none of that name; 'feed-key list' names them.");
        var now = time.GetUtcNow();
        database.Revoke(id, now);
        return found with { RevokedAt = found.RevokedAt ?? now };
    }

    private (FeedCredential Made, string? Key) Make(
        CredentialAsked asked, IReadOnlyList<FeedCredential> replaced, TimeSpan overlap)
    {
        var feed = FeedOf(asked.Source);
        var sites = SitesOf(asked, feed);
        var isKey = asked is { CertificateFile: null, AuthorityFile: null };
        if (isKey == (feed.Protocol == FeedProtocol.Hl7v2))
        {
            throw isKey
                ? Refused("SOURCE", $"{feed.Id} sends HL7 over MLLP, which carries no key; give "
                    + "--client-certificate FILE or --client-authority FILE.")
                : Refused("SOURCE", $"{feed.Id} sends over HTTP; it gets a key, so give no certificate.");
        }

        var now = time.GetUtcNow();
        var key = isKey ? FeedKey.Create() : null;
        var made = key is null
            ? OfCertificate(asked, feed, sites, now)
            : new FeedCredential(NewId(feed), feed.Id, CredentialKind.Key, FeedKey.Hash(key), sites, now);
        database.Add(made, replaced, now + overlap);
        return (made, key);
    }

    private static FeedCredential OfCertificate(
        CredentialAsked asked, Feed feed, IReadOnlyList<string> sites, DateTimeOffset now)
    {
        if (asked.CertificateFile is { } file)
        {
            var pinned = SHA256.HashData(Certificates.Read("--client-certificate", file));
            return new FeedCredential(NewId(feed), feed.Id, CredentialKind.Certificate, pinned, sites, now);
        }

        var authority = Certificates.ReadAuthority("--client-authority", asked.AuthorityFile!);
        var hash = SHA256.HashData(authority);
        return new FeedCredential(NewId(feed), feed.Id, CredentialKind.Authority, hash, sites, now)
        {
            Authority = authority,
        };
    }

    private List<FeedCredential> LiveOf(string source)
    {
        FeedOf(source);
        var now = time.GetUtcNow();
        return
        [
            .. database.Read()
                .Where(one => string.Equals(one.Source, source, StringComparison.Ordinal) && one.IsLive(now)),
        ];
    }

    private Feed FeedOf(string source) =>
        network.Feeds.FirstOrDefault(feed => string.Equals(feed.Id, source, StringComparison.Ordinal))
        ?? throw Refused("SOURCE", "found no such feed; the network file has "
            + string.Join(", ", network.Feeds.Select(feed => feed.Id)) + ".");

    private IReadOnlyList<string> SitesOf(CredentialAsked asked, Feed feed)
    {
        var known = network.Sites.Select(site => site.Code).Append(network.Code).ToList();
        var allowed = feed.Sites.Count == 0 ? known : feed.Sites;
        return asked.Sites.Except(allowed, StringComparer.Ordinal).Any()
            ? throw Refused("--site", $"found a site that {feed.Id} does not tell about; expected of "
                + string.Join(", ", allowed) + ".")
            : asked.Sites.Count == 0 ? feed.Sites : asked.Sites;
    }

    private static string NewId(Feed feed) => $"{feed.Id}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    private static StartRefusedException Refused(string key, string message) =>
        new(ExitCodes.BadConfiguration, "feed-key " + key, message);
}
