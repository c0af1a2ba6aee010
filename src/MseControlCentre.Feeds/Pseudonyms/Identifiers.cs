namespace MseControlCentre.Feeds.Pseudonyms;

/// <summary>
/// Turns what a sender calls a visit or a patient into what the journal calls it. On a replay from quarantine the
/// identifiers have been replaced already; <see cref="Kept"/> passes them on.
/// </summary>
public sealed class Identifiers
{
    private readonly Pseudonymiser? _pseudonymiser;
    private readonly string? _domain;

    private Identifiers(Pseudonymiser? pseudonymiser, string? domain)
    {
        _pseudonymiser = pseudonymiser;
        _domain = domain;
    }

    /// <summary>
    /// Identifiers of a quarantined copy: pseudonyms already, made in one domain and good for no other. It must never
    /// read what comes over the wire, or a sender could choose pseudonyms.
    /// </summary>
    public static Identifiers Kept(string? domain) => new(null, domain);

    /// <summary>Identifiers as they come over the wire.</summary>
    public static Identifiers AsSent(Pseudonymiser pseudonymiser)
    {
        ArgumentNullException.ThrowIfNull(pseudonymiser);
        return new Identifiers(pseudonymiser, null);
    }

    /// <summary>The pseudonym; null when a kept copy has none of this kind.</summary>
    /// <exception cref="OtherDomainException">The kept pseudonyms were made in another domain.</exception>
    public string? Of(IdentifierKind kind, string domain, string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        if (_pseudonymiser is not null)
        {
            return _pseudonymiser.Of(kind, domain, identifier);
        }

        if (!string.Equals(domain, _domain, StringComparison.Ordinal))
        {
            throw new OtherDomainException(_domain, domain);
        }

        return identifier.StartsWith(Prefix(kind), StringComparison.Ordinal) ? identifier : null;
    }

    /// <summary>
    /// The domain of a feed's identifiers at a site: the network file's text with <c>{site}</c> filled in.
    /// </summary>
    public static string Domain(string identifierDomain, string site)
    {
        ArgumentNullException.ThrowIfNull(identifierDomain);
        return identifierDomain.Replace("{site}", site, StringComparison.Ordinal);
    }

    private static string Prefix(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Visit => "v_",
        IdentifierKind.Patient => "p_",
        IdentifierKind.Conveyance => "c_",
        IdentifierKind.Incident => "i_",
        _ => "s_",
    };
}

/// <summary>
/// A quarantined copy's pseudonyms were made in another domain than the one the mended mapping asks for.
/// </summary>
/// <param name="kept">The domain they were made in; null when it was not known and none were kept.</param>
/// <param name="wanted">The domain asked for.</param>
public sealed class OtherDomainException(string? kept, string wanted) : Exception(
    $"The copy's identifiers are of domain {kept ?? "(none kept)"}, and {wanted} is wanted; "
        + "ask the sender to send it again.");
