using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What happened at a place since the pack begins to look back, and in the last night.</summary>
/// <param name="Name">What.</param>
/// <param name="Since">How much since then.</param>
/// <param name="Night">How much in the last night.</param>
public sealed record PresentFlow(string Name, PresentAmount Since, PresentAmount Night)
{
    /// <summary>What happened at a place.</summary>
    public static IReadOnlyList<PresentFlow> Of(PackPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return
        [
            .. place.Flow.Select(flow => new PresentFlow(
                flow.Name, PresentAmount.Of(flow.Since, flow.Unit), PresentAmount.Of(flow.Night, flow.Unit))),
        ];
    }

    /// <summary>
    /// What must be known of the amounts, in sentences: nothing that happened is no news while nobody tells of it.
    /// </summary>
    public static IReadOnlyList<string> DoubtsOf(IReadOnlyList<PresentFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return
        [
            .. flows.Where(flow => flow.Since.Doubt is not null)
                .GroupBy(flow => flow.Since.Doubt, StringComparer.Ordinal)
                .Select(doubt => $"{Capital(doubt.Key!)}: {string.Join(", ", doubt.Select(flow => flow.Name))}."),
        ];
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>How much happened over a time.</summary>
/// <param name="Text">The amount, with its unit; a dash when it is not known.</param>
/// <param name="Doubt">Why it cannot be taken as all that happened; null when it can, or when it is no number.</param>
/// <param name="IsOld">Whether what tells of it is no longer current.</param>
public sealed record PresentAmount(string Text, string? Doubt, bool IsOld)
{
    /// <summary>An amount of a pack.</summary>
    public static PresentAmount Of(PackValue value, string unit)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new PresentAmount(
            PresentFigure.Text(value, unit),
            PresentFigure.DoubtOf(value),
            value is { Value: not null, Quality: FigureQuality.Stale });
    }
}
