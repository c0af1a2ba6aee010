namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>
/// One HL7 v2 message: a header and the segments after it.
/// <code>
/// MSH|^~\&amp;|PAS|RAJ12|SCC|QH8|20261122100100||ADT^A01^ADT_A01|42|P|2.4
/// EVN||20261122100100||||20261122095800
/// PID|1||1234567^^^RAJ12^PI
/// PV1|1|I|^G4^07^RAJ12||||||||||||||||V1001
/// </code>
/// The text is kept once; segments and fields are slices of it.
/// </summary>
public sealed class Hl7Message
{
    private readonly string _text;
    private readonly (int Start, int Length)[] _segments;

    internal Hl7Message(string text, (int Start, int Length)[] segments, Hl7Delimiters delimiters)
    {
        _text = text;
        _segments = segments;
        Delimiters = delimiters;
    }

    /// <summary>The delimiters that MSH declares.</summary>
    public Hl7Delimiters Delimiters { get; }

    /// <summary>Number of segments, the header included.</summary>
    public int SegmentCount => _segments.Length;

    /// <summary>The header.</summary>
    public Hl7Segment Header => Segment(0);

    /// <summary>A segment by its place in the message, from 0.</summary>
    public Hl7Segment Segment(int index) =>
        new(_text, _segments[index].Start, _segments[index].Length, Delimiters);

    /// <summary>The place of the next segment with this name, from a place on; -1 when there is none.</summary>
    public int IndexOf(ReadOnlySpan<char> id, int from = 0, int? before = null)
    {
        var end = Math.Min(before ?? _segments.Length, _segments.Length);
        for (var index = from; index < end; index++)
        {
            var (start, length) = _segments[index];
            if (length >= 3 && _text.AsSpan(start, 3).SequenceEqual(id) && EndsName(start, length))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>
    /// The first segment with this name in a range of places; one that does not exist when there is none.
    /// </summary>
    public Hl7Segment Find(ReadOnlySpan<char> id, int from = 0, int? before = null)
    {
        var index = IndexOf(id, from, before);
        return index < 0 ? default : Segment(index);
    }

    // A continuation line such as "PV1 is unclear" is no PV1 segment.
    private bool EndsName(int start, int length) => length == 3 || _text[start + 3] == Delimiters.Field;
}
