namespace MseControlCentre.Feeds.Pseudonyms;

/// <summary>
/// Turns what a sender calls a visit or a patient into what the journal calls it. On a replay from quarantine the
/// identifiers have been replaced already; <see cref="Kept"/> passes them on.
/// </summary>
public sealed class Identifiers
{
    private readonly Pseudonymiser? _pseudonymiser;

    private Identifiers(Pseudonymiser? pseudonymiser) => _pseudonymiser = pseudonymiser;

    /// <summary>
    /// Identifiers of a quarantined copy: pseudonyms already. It must never read what comes over the wire, or a sender
    /// could choose pseudonyms.
    /// </summary>
    public static Identifiers Kept { get; } = new(null);

    /// <summary>Identifiers as they come over the wire.</summary>
    public static Identifiers AsSent(Pseudonymiser pseudonymiser)
    {
        ArgumentNullException.ThrowIfNull(pseudonymiser);
        return new Identifiers(pseudonymiser);
    }

    /// <summary>The pseudonym; null when a kept copy has none of this kind.</summary>
    public string? Of(IdentifierKind kind, string domain, string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        if (_pseudonymiser is not null)
        {
            return _pseudonymiser.Of(kind, domain, identifier);
        }

        return identifier.StartsWith(Prefix(kind), StringComparison.Ordinal) ? identifier : null;
    }

    /// <summary>The domain of a feed's identifiers at a site: the network file's text with <c>{site}</c> filled in.</summary>
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
        _ => "s_",
    };
}
