namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>
/// One segment (one line) of a message, such as <code>PV1|1|I|^G4^07^RAJ12||||||||300</code>
/// Fields are found when asked for; an absent segment answers every field as omitted.
/// </summary>
public readonly record struct Hl7Segment
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _length;
    private readonly Hl7Delimiters _delimiters;

    internal Hl7Segment(string text, int start, int length, Hl7Delimiters delimiters)
    {
        _text = text;
        _start = start;
        _length = length;
        _delimiters = delimiters;
    }

    /// <summary>Whether the message has this segment.</summary>
    public bool Exists => _length > 0;

    /// <summary>The segment as sent, without its line end.</summary>
    public ReadOnlySpan<char> Raw => _text.AsSpan(_start, _length);

    /// <summary>The three characters it starts with; shorter only when the segment is.</summary>
    public ReadOnlySpan<char> Id => _length < 3 ? Raw : Raw[..3];

    /// <summary>
    /// Whether its delimiters are declared in the segment itself, which shifts its field numbers by one.
    /// </summary>
    public bool IsHeader => Id is "MSH" or "FHS" or "BHS";

    /// <summary>A field by its number in the standard (MSH-1 is the field separator itself).</summary>
    public Hl7Value Field(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (!Exists)
        {
            return default;
        }

        if (!IsHeader)
        {
            return new Hl7Value(Slices.Nth(Raw, _delimiters.Field, number), _delimiters);
        }

        if (number == 1)
        {
            return new Hl7Value(_length > 3 ? Raw.Slice(3, 1) : default, default);
        }

        // MSH-2 holds the delimiters themselves, so it is never parted.
        var raw = Slices.Nth(Raw, _delimiters.Field, number - 1);
        return new Hl7Value(raw, number == 2 ? default : _delimiters);
    }
}
