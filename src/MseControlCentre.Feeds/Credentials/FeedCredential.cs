namespace MseControlCentre.Feeds.Credentials;

/// <summary>By what a sender shows that it is who it says.</summary>
public enum CredentialKind
{
    /// <summary>A secret key in the header of a request; its SHA-256 is kept.</summary>
    Key,

    /// <summary>One client certificate, pinned by its SHA-256 thumbprint.</summary>
    Certificate,

    /// <summary>Any client certificate that a certificate authority has issued.</summary>
    Authority,
}

/// <summary>What one source may show to be let in. It holds nothing that lets anybody in.</summary>
/// <param name="Id">Name by which people speak of it; no secret.</param>
/// <param name="Source">The feed it speaks for.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Proof">SHA-256 of the key, or of the certificate (DER).</param>
/// <param name="Sites">Site codes it may tell about; empty for all.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
public sealed record FeedCredential(
    string Id,
    string Source,
    CredentialKind Kind,
    ReadOnlyMemory<byte> Proof,
    IReadOnlyList<string> Sites,
    DateTimeOffset CreatedAt)
{
    /// <summary>The authority's certificate (DER); empty for the other kinds.</summary>
    public ReadOnlyMemory<byte> Authority { get; init; }

    /// <summary>When it let somebody in last (UTC, to the minute or so); null if never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When it ends because the next one was made (UTC); null when it does not.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it was revoked (UTC); null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it lets anybody in at an instant.</summary>
    public bool IsLive(DateTimeOffset at) => RevokedAt is null && (EndsAt is not { } end || at < end);

    /// <summary>Whether it may tell about a site.</summary>
    public bool Covers(string site) => Sites.Count == 0 || Sites.Contains(site, StringComparer.Ordinal);
}
