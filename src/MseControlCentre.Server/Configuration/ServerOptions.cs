using System.Net;

namespace MseControlCentre.Server.Configuration;

/// <summary>How one server runs, as its command line says.</summary>
public sealed record ServerOptions
{
    /// <summary>TCP port for pages, API and hub; 0 takes any free one.</summary>
    public int HttpPort { get; init; } = 8080;

    /// <summary>TCP port on which HL7 over MLLP is awaited; 0 takes any free one.</summary>
    public int MllpPort { get; init; } = 2575;

    /// <summary>
    /// Address on which both ports listen; this machine only unless told otherwise. Any other asks for TLS and for a
    /// credential of every source.
    /// </summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The server's certificate with its chain (PEM); null for a server without TLS.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The private key of <see cref="CertificateFile"/> (PEM, not encrypted).</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>Addresses that may send HL7; empty for any that can reach the port.</summary>
    public IReadOnlyList<IPNetwork> MllpAllowed { get; init; } = [];

    /// <summary>Directory of the journal, the keys and the logs.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The network file.</summary>
    public required string NetworkFile { get; init; }

    /// <summary>The folder of OPEL rule-set files; the shipped one unless told otherwise.</summary>
    public string OpelFolder { get; init; } = AdoptableRuleSets.ShippedFolder;

    /// <summary>Simulated seconds in a real one; null runs on the system clock.</summary>
    public double? Speed { get; init; }

    /// <summary>
    /// Instant at which a new simulated day begins; null begins it now. Only with <see cref="Speed"/>.
    /// </summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>
    /// Names by which a reverse proxy on this machine calls the server, such as <c>board.example.nhs.uk</c>; without a
    /// port. With one, that proxy's <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>
    /// File that says how people sign in with their organisation's provider; null where only this server's accounts are
    /// used.
    /// </summary>
    public string? SignInFile { get; init; }

    /// <summary>File that says who is told what when nobody looks; null tells only who has the board open.</summary>
    public string? NotificationsFile { get; init; }

    /// <summary>
    /// A certificate with its key (PEM, RSA) that encrypts the keys of forms and sessions in the data directory; null
    /// keeps them readable for the server's user.
    /// </summary>
    public string? FormKeysCertificateFile { get; init; }

    /// <summary>How often, how much and how slowly an address may ask.</summary>
    public RequestLimits Limits { get; init; } = new();
}
