using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Hl7v2.Times;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>What a trigger's mapping reads about one patient group, in the words of the event catalogue.</summary>
internal sealed class AdtContext
{
    private const int LongestText = 64;
    private readonly AdtReading _reading;
    private readonly PlaceReader _places;
    private string? _site;

    public AdtContext(AdtReading reading, PatientGroup group)
    {
        _reading = reading;
        Group = group;
        _places = new PlaceReader(reading);
    }

    /// <summary>What all groups of the message share.</summary>
    public AdtReading Reading => _reading;

    /// <summary>The segments about this patient.</summary>
    public PatientGroup Group { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt => _reading.OccurredAt;

    /// <summary>The site the group's location names, or else the feed's own.</summary>
    public string Site => _site ??= _places.SiteOf(Group.Pv1.Field(3), "PV1-3");

    /// <summary>PV1-3 when it is told.</summary>
    public Place? Place => PlaceIn(Group.Pv1, 3, "PV1-3");

    /// <summary>The patient class when it is told.</summary>
    public PatientClass? Class => PatientClasses.Read(Group.Pv1);

    /// <summary>PV1-10 when it is told.</summary>
    public string? Specialty => Code(Group.Pv1, 10, "PV1-10");

    /// <summary>
    /// The encounter: PV1-19, else PV1-50, else PID-18 as a visit. Without any of them the patient stands for it.
    /// </summary>
    public string Encounter =>
        Visit(Group.Pv1, 19) ?? Visit(Group.Pv1, 50) ?? Visit(Group.Pid, 18) ?? Patient
        ?? throw new RejectedException(new Rejection(
            "PV1-19",
            "nothing",
            "a visit number was expected (or PV1-50, PID-18 or PID-3)",
            RejectionCode.RequiredFieldMissing));

    /// <summary>The patient, when there is an identifier.</summary>
    public string? Patient => Identity(IdentifierKind.Patient, PatientIdentifier.Choose(Group.Pid.Field(3)));

    /// <summary>A visit identity from a field.</summary>
    public string? Visit(Hl7Segment segment, int field) =>
        Identity(IdentifierKind.Visit, segment.Field(field).Code());

    /// <summary>An identity from an identifier; null when there is none.</summary>
    public string? Identity(IdentifierKind kind, string identifier) => identifier.Length == 0
        ? null
        : _reading.Identifiers.Of(kind, _reading.Domain(Site), identifier);

    /// <summary>A location from any field.</summary>
    public Place? PlaceIn(Hl7Segment segment, int field, string name) => _places.Read(segment.Field(field), name);

    /// <summary>
    /// A code when it is told. One that is too long, or looks like an NHS number, is left out and counted: losing the
    /// specialty of an admission does less harm than losing the admission.
    /// </summary>
    public string? Code(Hl7Segment segment, int field, string name)
    {
        var code = segment.Field(field).Code();
        if (code.Length == 0)
        {
            return null;
        }

        if (code.Length > LongestText || NhsNumberPattern.IsIn(code))
        {
            _reading.Drop(name, code, $"a code of at most {LongestText} characters that is no identifier was expected");
            return null;
        }

        return code;
    }

    /// <summary>An optional time when it is told. One that cannot be read is left out and counted.</summary>
    public DateTimeOffset? Time(Hl7Segment segment, int field, string name)
    {
        var value = segment.Field(field);
        if (!value.HasValue)
        {
            return null;
        }

        var raw = value.Component(1).Raw;
        if (_reading.Times.TryRead(raw, _reading.ReceivedAt, out var time, out var expected))
        {
            return time;
        }

        _reading.Drop(name, raw, expected);
        return null;
    }

    /// <summary>Adds an event.</summary>
    public void Add(EventDetail detail) => _reading.Add(Site, detail);
}
