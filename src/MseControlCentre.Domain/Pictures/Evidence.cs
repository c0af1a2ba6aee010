using System.Text.Json.Serialization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Pictures;

/// <summary>What kind of thing a figure rests on.</summary>
public enum EvidenceKind
{
    /// <summary>A patient's attendance or stay.</summary>
    Encounter,

    /// <summary>An ambulance's conveyance.</summary>
    Conveyance,

    /// <summary>A 999 call.</summary>
    EmergencyCall,

    /// <summary>A virtual-ward stay or referral.</summary>
    VirtualWardStay,

    /// <summary>Somebody's declaration.</summary>
    Declaration,

    /// <summary>The network file.</summary>
    NetworkFile,

    /// <summary>Another figure.</summary>
    Figure,

    /// <summary>How many there were in a span of time whose single stories are no longer kept.</summary>
    HourlyCounts,
}

/// <summary>One thing a figure rests on: whose story, since when, and the events that tell it. Pseudonymous.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Pseudonym of the story, subject of the declaration, or identity of the figure.</param>
/// <param name="Since">When the clock that counts here started; null when no clock does.</param>
/// <param name="Until">When it stopped; null while it runs.</param>
/// <param name="Value">What it contributes, in the measure's unit; null for a plain count.</param>
/// <param name="Counted">Whether it is among what is counted; false for the rest of a whole that a share is of.</param>
/// <param name="Place">Site and ward, when it has one.</param>
/// <param name="Events">The events that tell it, in the order they happened.</param>
public sealed record Evidence(
    EvidenceKind Kind,
    string Subject,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    double? Value,
    bool Counted,
    string? Place,
    IReadOnlyList<EvidenceEvent> Events)
{
    /// <summary>Whether it is a single patient's story.</summary>
    [JsonIgnore]
    public bool IsOfPatient =>
        Kind is EvidenceKind.Encounter or EvidenceKind.Conveyance or EvidenceKind.EmergencyCall
            or EvidenceKind.VirtualWardStay;

    /// <summary>Another figure that this one is worked out from.</summary>
    internal static Evidence Of(Figure figure) =>
        new(EvidenceKind.Figure, figure.Id, null, null, figure.Value, true, null, []);

    /// <summary>A declaration.</summary>
    internal static Evidence Of(FlowEvent declared) => new(
        EvidenceKind.Declaration,
        ((Declaration)declared.Detail).Subject,
        declared.OccurredAt,
        ((Declaration)declared.Detail).ExpiresAt,
        null,
        true,
        declared.Site,
        [EvidenceEvent.Of(declared)]);

    /// <summary>A story.</summary>
    internal static Evidence Of(
        EvidenceKind kind,
        string subject,
        History history,
        DateTimeOffset? since,
        DateTimeOffset? until,
        string? place) =>
        new(kind, subject, since, until, null, true, place, [.. history.Events.Select(EvidenceEvent.Of)]);
}

/// <summary>One event behind a figure.</summary>
/// <param name="Kind">Name of the event.</param>
/// <param name="OccurredAt">When it happened, by its source.</param>
/// <param name="Source">The feed that told it.</param>
/// <param name="MessageId">The feed's identity of the message.</param>
public sealed record EvidenceEvent(string Kind, DateTimeOffset OccurredAt, string Source, string MessageId)
{
    internal static EvidenceEvent Of(FlowEvent e) => new(e.Kind, e.OccurredAt, e.Source, e.MessageId);
}

/// <summary>A figure with what it rests on.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="At">The instant it describes (UTC).</param>
/// <param name="Evidence">
/// What it rests on, at most as many as were asked for: what is counted first, and of stories the longest clock first.
/// </param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Counted">How many of them are counted; the others are the rest of a whole that a share is of.</param>
/// <param name="Recounted">
/// The value worked out again from the whole evidence alone; null when the figure is not known, or has a way of its own
/// that evidence only illustrates.
/// </param>
/// <param name="Standards">The standards it is held against; empty when the network file has none.</param>
/// <param name="Lacks">What it would need to be known; empty when it is.</param>
public sealed record FigureEvidence(
    Figure Figure,
    DateTimeOffset At,
    IReadOnlyList<Evidence> Evidence,
    int Total,
    int Counted,
    double? Recounted,
    IReadOnlyList<HeldStandard> Standards,
    IReadOnlyList<Lack> Lacks);
