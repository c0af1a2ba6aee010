using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// The segments about one patient. Most messages have one group; a bed swap (A17) has two, a merge (A40) one or more:
/// <code>MSH EVN PID PV1 PID PV1</code>
/// </summary>
public readonly record struct PatientGroup
{
    private readonly Hl7Message _message;
    private readonly int _from;
    private readonly int _before;

    private PatientGroup(Hl7Message message, int from, int before)
    {
        _message = message;
        _from = from;
        _before = before;
    }

    /// <summary>Patient identification.</summary>
    public Hl7Segment Pid => _message.Find("PID", _from, _before);

    /// <summary>Patient visit.</summary>
    public Hl7Segment Pv1 => _message.Find("PV1", _from, _before);

    /// <summary>Patient visit, additional.</summary>
    public Hl7Segment Pv2 => _message.Find("PV2", _from, _before);

    /// <summary>Identifiers given up by a merge.</summary>
    public Hl7Segment Mrg => _message.Find("MRG", _from, _before);

    /// <summary>The United Kingdom's own segment with the discharge-ready date (ITK HL7 v2).</summary>
    public Hl7Segment Zu1 => _message.Find("ZU1", _from, _before);

    /// <summary>
    /// The groups of a message: one from each PID to the next. Without a PID the whole message is one group.
    /// </summary>
    public static IReadOnlyList<PatientGroup> Of(Hl7Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var groups = new List<PatientGroup>(1);
        var start = message.IndexOf("PID");
        while (start >= 0)
        {
            var next = message.IndexOf("PID", start + 1);
            groups.Add(new PatientGroup(message, start, next < 0 ? message.SegmentCount : next));
            start = next;
        }

        return groups.Count > 0 ? groups : [new PatientGroup(message, 1, message.SegmentCount)];
    }
}
