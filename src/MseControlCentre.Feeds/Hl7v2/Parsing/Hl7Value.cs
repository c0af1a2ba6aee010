namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>
/// A field, a repetition, a component or a sub-component of a message: a slice of the message's text, parted only
/// when asked. <code>G4^BAY 2^07^RAJ12~H1</code> as a field has two repetitions, the first of them four components.
/// </summary>
public readonly ref struct Hl7Value
{
    private readonly Hl7Delimiters _delimiters;

    internal Hl7Value(ReadOnlySpan<char> raw, Hl7Delimiters delimiters)
    {
        Raw = raw;
        _delimiters = delimiters;
    }

    /// <summary>The text as sent, escapes and delimiters included.</summary>
    public ReadOnlySpan<char> Raw { get; }

    /// <summary>Whether the sender left it out: what is known already stays as it is (ITK HL7 v2, 1.0.15).</summary>
    public bool IsOmitted => Raw.IsWhiteSpace();

    /// <summary>Whether the sender set it to nothing by sending two quotation marks.</summary>
    public bool IsNull => Raw is "\"\"";

    /// <summary>Whether there is a value: neither omitted nor set to nothing.</summary>
    public bool HasValue => !IsOmitted && !IsNull;

    /// <summary>Number of repetitions; at least 1.</summary>
    public int Repetitions => _delimiters.Repetition == '\0' ? 1 : Raw.Count(_delimiters.Repetition) + 1;

    /// <summary>A repetition, counted from 1; omitted when there are fewer.</summary>
    public Hl7Value Repetition(int number) => Part(_delimiters.Repetition, number);

    /// <summary>A component of the first repetition, counted from 1; omitted when there are fewer.</summary>
    public Hl7Value Component(int number) => Part(_delimiters.Repetition, 1).Part(_delimiters.Component, number);

    /// <summary>A sub-component of a component, counted from 1; omitted when there are fewer.</summary>
    public Hl7Value SubComponent(int number) => Part(_delimiters.SubComponent, number);

    /// <summary>
    /// The first component's first sub-component, unescaped and trimmed: what a coded field is known by. Empty when
    /// there is no value.
    /// </summary>
    public string Code()
    {
        var value = Component(1).SubComponent(1);
        return value.IsNull ? string.Empty : Hl7Escapes.Unescape(value.Raw.Trim(), _delimiters);
    }

    /// <summary>The whole text, unescaped. Empty when it is set to nothing.</summary>
    public string Text() => IsNull ? string.Empty : Hl7Escapes.Unescape(Raw, _delimiters);

    /// <inheritdoc />
    public override string ToString() => Raw.ToString();

    private Hl7Value Part(char delimiter, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new Hl7Value(Slices.Nth(Raw, delimiter, number - 1), _delimiters);
    }
}
