using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain;

/// <summary>
/// The live state of the whole system: apply every journal entry in order, ask for the picture of an instant. One
/// writer at a time; same journal, same bytes.
/// </summary>
public sealed class ControlCentre
{
    /// <summary>Sequence of the last entry applied; 0 at first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Applies the next entry.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one: the node must stop.</exception>
    public void Apply(JournalEntry entry) => throw new InvalidOperationException($"The domain core is being written (at {Sequence}).");

    /// <summary>The picture of an instant at or after the last entry.</summary>
    public Picture PictureAt(DateTimeOffset at) => throw new InvalidOperationException($"The domain core is being written (at {Sequence}).");

    /// <summary>Hash of what is known, independent of the order and repetition of events and of when they were recorded.</summary>
    public string StateHash() => throw new InvalidOperationException($"The domain core is being written (at {Sequence}).");

    /// <summary>Writes the state for a snapshot.</summary>
    public byte[] Save() => throw new InvalidOperationException($"The domain core is being written (at {Sequence}).");

    /// <summary>Reads a state that <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no state of this version.</exception>
    public static ControlCentre Load(ReadOnlySpan<byte> state) =>
        throw new FormatException("The domain core is being written.");
}
