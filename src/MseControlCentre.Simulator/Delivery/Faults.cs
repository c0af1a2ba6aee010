namespace MseControlCentre.Simulator.Delivery;

/// <summary>How delivery goes wrong; what is delivered stays the same set of messages.</summary>
[Flags]
public enum Faults
{
    /// <summary>Every feed delivers once and in order.</summary>
    None = 0,

    /// <summary>A share of the messages is delivered minutes to three hours late.</summary>
    Late = 1,

    /// <summary>A share of the messages is delivered again.</summary>
    Duplicate = 2,

    /// <summary>Neighbouring messages of a feed change places, also within one encounter.</summary>
    Shuffle = 4,
}
