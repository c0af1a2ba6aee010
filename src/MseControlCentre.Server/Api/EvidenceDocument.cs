using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Api;

/// <summary>A figure with what it rests on. Pseudonymous: no patient can be identified.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="At">The instant it describes (UTC).</param>
/// <param name="Total">What it rests on, in all.</param>
/// <param name="Counted">How many of these are counted; the others are the rest of a whole that a share is of.</param>
/// <param name="Recounted">
/// The value worked out again from the whole evidence alone; null when the figure is not known, or has a way of its
/// own.
/// </param>
/// <param name="Evidence">
/// What it rests on, as many as were asked for: what is counted first, and of stories the longest clock first.
/// </param>
/// <param name="Standards">The standards it is held against.</param>
/// <param name="Lacks">What it would need to be known; empty when it is.</param>
public sealed record EvidenceDocument(
    FigureRow Figure,
    DateTimeOffset At,
    int Total,
    int Counted,
    double? Recounted,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<StandardRow> Standards,
    IReadOnlyList<Lack> Lacks)
{
    /// <summary>Writes evidence.</summary>
    public static EvidenceDocument From(FigureEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new EvidenceDocument(
            FigureRow.From(evidence.Figure),
            evidence.At,
            evidence.Total,
            evidence.Counted,
            evidence.Recounted,
            evidence.Evidence,
            [.. evidence.Standards.Select(StandardRow.From)],
            evidence.Lacks);
    }
}
