namespace MseControlCentre.Simulator.Worlds;

/// <summary>A made-up person. Name, birth date and address are derived from the number when a message needs
/// them.</summary>
/// <param name="Number">Number of the person in this world.</param>
/// <param name="Age">Age in whole years.</param>
public sealed record Person(ulong Number, int Age)
{
    /// <summary>The hospital's own number; a merge gives the person another.</summary>
    public required string LocalNumber { get; set; }
}
