namespace MseControlCentre.Domain.Network;

/// <summary>How a feed speaks.</summary>
public enum FeedProtocol
{
    /// <summary>HL7 v2 over MLLP.</summary>
    Hl7v2,

    /// <summary>JSON events over HTTP.</summary>
    Json,

    /// <summary>Forms and files of declared figures.</summary>
    Declared,
}

/// <summary>What a feed tells about.</summary>
public enum FeedSubject
{
    /// <summary>Admissions, transfers and discharges.</summary>
    Beds,

    /// <summary>The emergency department.</summary>
    EmergencyDepartment,

    /// <summary>Ambulances.</summary>
    Ambulance,

    /// <summary>Criteria to reside and discharge plans.</summary>
    Discharge,

    /// <summary>Virtual wards.</summary>
    VirtualWards,

    /// <summary>Community capacity.</summary>
    Community,
}

/// <summary>One sender of messages.</summary>
/// <param name="Id">Identity; the <c>source</c> of its events.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Protocol">How it speaks.</param>
/// <param name="Subjects">What it tells about.</param>
/// <param name="Sites">Site codes it tells about; empty for the whole system.</param>
/// <param name="SendingApplication">MSH-3 it sends, with <c>*</c> for any run of characters; null matches any.</param>
/// <param name="SendingFacility">MSH-4 it sends, likewise.</param>
/// <param name="IdentifierDomain">
/// Feeds with the same domain mean the same encounter by the same identifier: it goes into the pseudonym.
/// </param>
/// <param name="LateAfterSeconds">Silence after which its figures are late.</param>
/// <param name="StaleAfterSeconds">Silence after which its figures are stale.</param>
/// <param name="Basis">Why it is held to be late or stale when it is; null when nothing needs saying.</param>
public sealed record Feed(
    string Id,
    string Name,
    FeedProtocol Protocol,
    IReadOnlyList<FeedSubject> Subjects,
    IReadOnlyList<string> Sites,
    string? SendingApplication,
    string? SendingFacility,
    string IdentifierDomain,
    int LateAfterSeconds,
    int StaleAfterSeconds,
    string? Basis = null);
