using System.Globalization;
using System.Text;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Messages;

/// <summary>What an ADT message says beyond the visit's present state.</summary>
public sealed record AdtExtras
{
    /// <summary>PV1-2; by default I for an inpatient and E for an attendance.</summary>
    public string? Class { get; init; }

    /// <summary>PV1-6: where the patient was before.</summary>
    public (WardState Ward, Bed? Bed)? Prior { get; init; }

    /// <summary>PV1-36: method of discharge.</summary>
    public string? Disposition { get; init; }

    /// <summary>PV1-37: destination.</summary>
    public string? Destination { get; init; }

    /// <summary>PV2-8: when the admission is expected.</summary>
    public long? ExpectedAdmission { get; init; }

    /// <summary>PV2-9: when the discharge is expected.</summary>
    public long? ExpectedDischarge { get; init; }

    /// <summary>PV1-45: when the patient left.</summary>
    public long? LeftAt { get; init; }
}

/// <summary>
/// Writes the ADT messages of one hospital as its patient administration system does (HL7 v2.4 after the ITK
/// specification 1.0.15; segments end with CR):
/// <code>
/// MSH|^~\&amp;|PAS|RAJ12|MSECC|QH8|20261122100107+0000||ADT^A01^ADT_A01|B00000042|P|2.4
/// EVN||20261122100107+0000||||20261122100100+0000
/// PID|1||B1000017^^^RAJ12^PI~9990000018^^^NHS^NH||ZZTEST-Yarrow^Zoe^^^Mrs||19410203|F|||1 Fable
/// Street^^PRETENDING^ESSEX^ZZ99 1VZ^^H
/// PV1|1|I|^AMU^A1^RAJ12|21|||||300||||||||||BV1000021^^^RAJ12^VN
/// </code>
/// </summary>
public sealed class AdtWriter
{
    private readonly Outbox _outbox;
    private readonly LocalCalendar _calendar;
    private readonly NetworkFeed? _feed;
    private readonly string _site;
    private readonly string _system;
    private readonly bool _sendsOffset;

    /// <summary>Writes for a site; without a feed nothing is written.</summary>
    public AdtWriter(Outbox outbox, LocalCalendar calendar, NetworkFile network, NetworkFeed? feed, string site,
        bool sendsOffset)
    {
        _outbox = outbox;
        _calendar = calendar;
        _feed = feed;
        _site = site;
        _system = network.Code;
        _sendsOffset = sendsOffset;
    }

    /// <summary>Writes a message about a visit: <c>A01</c>, <c>ADT_A01</c>, ...</summary>
    public void Write(string trigger, string structure, Visit visit, long at, AdtExtras? extras = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (Open(trigger, structure, at) is not { } message)
        {
            return;
        }

        message.Text.Append(Pid(visit.Person)).Append("PD1|||MADE-UP SURGERY^^Z99999\r");
        message.Text.Append(Pv1(visit, extras ?? new AdtExtras()));
        message.Text.Append(Pv2(visit, extras));
        Close(message, at);
    }

    /// <summary>Writes a bed swap (A17): PID and PV1 of each of the two patients.</summary>
    public void WriteSwap(Visit first, AdtExtras firstExtras, Visit second, AdtExtras secondExtras, long at)
    {
        if (Open("A17", "ADT_A17", at) is not { } message)
        {
            return;
        }

        message.Text.Append(Pid(first.Person)).Append(Pv1(first, firstExtras));
        message.Text.Append(Pid(second.Person)).Append(Pv1(second, secondExtras));
        Close(message, at);
    }

    /// <summary>Writes a merge of two local numbers of one person (A40); the person already has the one that
    /// survives.</summary>
    public void WriteMerge(Person person, string givenUp, long at)
    {
        if (Open("A40", "ADT_A39", at) is { } message)
        {
            message.Text.Append(Pid(person)).Append("MRG|").Append(givenUp).Append("^^^").Append(_site).Append("^PI\r");
            Close(message, at);
        }
    }

    /// <summary>Writes that a person's details changed (A31).</summary>
    public void WritePersonUpdate(Person person, long at)
    {
        if (Open("A31", "ADT_A05", at) is { } message)
        {
            message.Text.Append(Pid(person)).Append("PV1|1|N\r");
            Close(message, at);
        }
    }

    /// <summary>Writes the status of a bed (A20): C closed, U open and empty.</summary>
    public void WriteBedStatus(Bed bed, string status, long at)
    {
        ArgumentNullException.ThrowIfNull(bed);
        if (Open("A20", "ADT_A20", at) is { } message)
        {
            message.Text.Append("NPU|").Append(Location(bed.Ward, bed)).Append('|').Append(status).Append('\r');
            Close(message, at);
        }
    }

    private Message? Open(string trigger, string structure, long at)
    {
        if (_feed is null || _outbox.IsMuted)
        {
            return null;
        }

        var (number, enteredAt) = _outbox.Next(_feed.Id, at);
        var control = string.Create(CultureInfo.InvariantCulture, $"{_feed.Id[0]}{number:D8}").ToUpperInvariant();
        var entered = Time(enteredAt);
        var text = new StringBuilder(640);
        text.Append(@"MSH|^~\&|").Append(Literal(_feed.SendingApplication, "PAS")).Append('|')
            .Append(Literal(_feed.SendingFacility, _site)).Append("|MSECC|").Append(_system).Append('|').Append(entered)
            .Append("||ADT^").Append(trigger).Append('^').Append(structure).Append('|').Append(control)
            .Append("|P|2.4|||||GBR|UNICODE UTF-8|EN\r");
        text.Append("EVN||").Append(entered).Append("||||").Append(Time(at)).Append('\r');
        return new Message(text, control + "@" + entered, enteredAt);
    }

    private void Close(Message message, long at) =>
        _outbox.Add(_feed!.Id, isHl7: true, message.Id, at, message.EnteredAt, message.Text.ToString());

    private string Pid(Person person) =>
        $"PID|1||{person.LocalNumber}^^^{_site}^PI~{Identities.NhsNumber(person)}^^^NHS^NH||{Identities.Name(person)}||"
            + $"{Identities.BirthDate(person)}|{(Identities.IsFemale(person) ? 'F' : 'M')}|||"
            + $"{Identities.Address(person)}||{Identities.Telephone(person)}\r";

    private string Pv1(Visit visit, AdtExtras extras)
    {
        var fields = new string[46];
        Array.Fill(fields, "");
        fields[1] = "1";
        fields[2] = extras.Class ?? (visit.AdmittedAt is null ? "E" : "I");
        fields[3] = visit.Ward is { } ward ? Location(ward, visit.Bed) : "";
        fields[4] = visit.AdmissionMethod;
        fields[6] = extras.Prior is { } prior ? Location(prior.Ward, prior.Bed) : "";
        fields[10] = visit.Specialty;
        fields[14] = "19";
        fields[19] = $"{visit.Number}^^^{_site}^VN";
        fields[36] = extras.Disposition ?? "";
        fields[37] = extras.Destination ?? "";
        fields[44] = (visit.AdmittedAt ?? visit.ArrivedAt) is { } from ? Time(from) : "";
        fields[45] = extras.LeftAt is { } left ? Time(left) : "";
        fields[0] = "PV1";
        return string.Join('|', fields).TrimEnd('|') + "\r";
    }

    private string Pv2(Visit visit, AdtExtras? extras)
    {
        var admission = extras?.ExpectedAdmission is { } admitted ? Time(admitted) : "";
        var discharge = extras?.ExpectedDischarge is { } left ? Time(left) : "";
        var arrivalMode = visit.ArrivedAt is null ? "" : visit.ByAmbulance ? "A" : "O";
        var rest = arrivalMode.Length == 0 ? "" : new string('|', 29) + arrivalMode;
        return admission.Length + discharge.Length + rest.Length == 0 ? ""
            : $"PV2||||||||{admission}|{discharge}{rest}\r";
    }

    private static string Location(WardState ward, Bed? bed)
    {
        var pattern = ward.Entry.Location;
        var pointOfCare = Literal(pattern?.PointOfCare, "");
        var room = pattern?.Room is null && pointOfCare.Length > 0 && pattern?.Facility is null && bed is not null
            ? "BAY" + bed.Name[0]
            : Literal(pattern?.Room, "");
        var name = pattern?.Bed is null ? bed?.Name ?? "" : Literal(pattern.Bed, "");
        return $"{pointOfCare}^{room}^{name}^{Literal(pattern?.Facility, "")}".TrimEnd('^');
    }

    // A pattern's star stands for any run of characters, so the shortest location that matches leaves it out.
    private static string Literal(string? pattern, string otherwise) =>
        pattern?.Replace("*", "", StringComparison.Ordinal) ?? otherwise;

    private string Time(long time)
    {
        var local = _calendar.Local(time);
        return _sendsOffset || _calendar.OccursTwice(time)
            ? local.ToString("yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture)
                .Replace(":", "", StringComparison.Ordinal)
            : local.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    }

    private sealed record Message(StringBuilder Text, string Id, long EnteredAt);
}
