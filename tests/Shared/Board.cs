using System.Globalization;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Tests.Shared;

/// <summary>
/// A control centre under test: given what was told, then what the board shows. Times are on Sunday 22 November 2026,
/// when Europe/London is at UTC.
/// </summary>
public sealed class Board
{
    private long _sequence;

    /// <summary>A board with the test network and nothing else.</summary>
    public Board()
        : this(new ControlCentre())
    {
        Tell(TestNetwork.Adoption());
    }

    private Board(ControlCentre centre)
    {
        Centre = centre;
        _sequence = centre.Sequence;
    }

    /// <summary>The control centre.</summary>
    public ControlCentre Centre { get; }

    /// <summary>When entries are recorded from now on.</summary>
    public DateTimeOffset RecordedAt { get; set; } = Time("12:00");

    /// <summary>An instant of the day, <c>HH:mm</c> or <c>HH:mm:ss</c>, or a whole date and time.</summary>
    public static DateTimeOffset Time(string text) => text.Length > 8
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : DateTimeOffset.Parse("2026-11-22T" + text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>An event of Basildon's feed, identified by its kind, time and encounter.</summary>
    public static FlowEvent Event(string time, EventDetail detail, string site = "RAJ12", string source = "basildon-pas") => new()
    {
        Source = source,
        MessageId = $"{time}/{detail.GetType().Name}/{(detail as EncounterEvent)?.Encounter}",
        OccurredAt = Time(time),
        Site = site,
        Detail = detail,
    };

    /// <summary>A board restored from another's snapshot.</summary>
    public static Board Restore(byte[] snapshot) => new(ControlCentre.Load(snapshot));

    /// <summary>Tells events in the order given.</summary>
    public Board Tell(params IEnumerable<FlowEvent> events)
    {
        foreach (var flowEvent in events)
        {
            Centre.Apply(new JournalEntry(++_sequence, RecordedAt, flowEvent));
        }

        return this;
    }

    /// <summary>Tells events in the order in which they happened, each recorded as it happened.</summary>
    public Board TellAsTheyHappen(params IEnumerable<FlowEvent> events)
    {
        foreach (var flowEvent in events.OrderBy(one => one.OccurredAt))
        {
            RecordedAt = flowEvent.OccurredAt;
            Tell(flowEvent);
        }

        return this;
    }

    /// <summary>Tells one event of Basildon's feed.</summary>
    public Board Tell(string time, EventDetail detail) => Tell(Event(time, detail));

    /// <summary>The picture of an instant.</summary>
    public Picture At(string time) => Centre.PictureAt(Time(time));

    /// <summary>A figure of a site at an instant.</summary>
    public double? Figure(Measure measure, string at = "23:00", string site = "RAJ12") =>
        At(at).Sites.Single(s => string.Equals(s.Code, site, StringComparison.Ordinal)).Figures[measure].Value;

    /// <summary>The patients in a ward at an instant.</summary>
    public double? InWard(string ward, string at = "23:00", string site = "RAJ12") =>
        At(at).Sites.Single(s => string.Equals(s.Code, site, StringComparison.Ordinal))
            .Wards.Single(w => string.Equals(w.Code, ward, StringComparison.Ordinal)).Figures[BedMeasures.BedsOccupied].Value;
}
