namespace MseControlCentre.Server.Hubs;

/// <summary>A part of a board that is sent when it has changed, and only then.</summary>
/// <param name="Group">Property of the frame it is found under.</param>
/// <param name="Key">Identity within the group; null when the part is the group's only value.</param>
/// <param name="Utf8">Its JSON.</param>
public sealed record BoardPart(string Group, string? Key, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>Whether it reads the same as another.</summary>
    public bool SameAs(BoardPart other) => Utf8.Span.SequenceEqual(other.Utf8.Span);
}
