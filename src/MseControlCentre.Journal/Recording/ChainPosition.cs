namespace MseControlCentre.Journal.Recording;

/// <summary>Where a journal ends: the last entry's sequence, recorded time (UTC) and chain value.</summary>
internal sealed record ChainPosition(long Sequence, DateTimeOffset RecordedAt, byte[] Chain)
{
    /// <summary>The end of an empty journal.</summary>
    public static ChainPosition Empty => new(0, DateTimeOffset.MinValue, HashChain.Start);
}
