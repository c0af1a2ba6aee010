namespace MseControlCentre.Domain.Events;

/// <summary>
/// What an event says happened.
/// Each kind is one record, named in the past tense with the field's own words.
/// </summary>
public abstract record EventDetail;

/// <summary>An event in the story of one encounter (an ED attendance or a hospital stay).</summary>
/// <param name="Encounter">
/// Pseudonym of the encounter: of its visit number, or of the patient where the feed has none.
/// </param>
public abstract record EncounterEvent(string Encounter) : EventDetail;

/// <summary>An event in the story of one ambulance's conveyance of a patient to a hospital.</summary>
/// <param name="Conveyance">Pseudonym of the conveyance.</param>
public abstract record ConveyanceEvent(string Conveyance) : EventDetail;

/// <summary>An event in the story of one virtual-ward stay, from referral on.</summary>
/// <param name="Stay">Pseudonym of the referral and the stay that follows it.</param>
/// <param name="VirtualWard">Code of the virtual ward in the network file.</param>
public abstract record VirtualWardStayEvent(string Stay, string VirtualWard) : EventDetail;

/// <summary>
/// Somebody's statement of a figure that no feed measures.
/// It replaces the one before it for the same subject.
/// </summary>
/// <param name="ExpiresAt">When it stops being believed; after that the figure is stale.</param>
/// <param name="DeclaredBy">
/// Who declared it: a role or a system, never a patient. Null when a feed sends it unattended.
/// </param>
public abstract record Declaration(DateTimeOffset? ExpiresAt, string? DeclaredBy) : EventDetail
{
    /// <summary>What the declaration is about: a later one with the same subject replaces it.</summary>
    public abstract string Subject { get; }
}

/// <summary>Where a patient is or will be within the event's site.</summary>
/// <param name="Ward">Ward code of the network file; null when the feed's location is not mapped.</param>
/// <param name="Bed">Bed within the ward as the hospital names it; null when not told.</param>
/// <param name="Unmapped">
/// The feed's location as sent, when no ward's pattern matches it. It counts in the site's total.
/// </param>
public sealed record Place(string? Ward = null, string? Bed = null, string? Unmapped = null);

/// <summary>HL7 table 0004, as the flow sees it.</summary>
public enum PatientClass
{
    /// <summary>E: in an emergency department.</summary>
    Emergency,

    /// <summary>I (and the trust's own day and regular classes that occupy a bed): an inpatient.</summary>
    Inpatient,

    /// <summary>O: an outpatient; occupies no bed.</summary>
    Outpatient,

    /// <summary>P: expected, not yet here.</summary>
    PreAdmission,

    /// <summary>Any other class: counted nowhere but kept.</summary>
    Other,
}
