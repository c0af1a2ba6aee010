using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>One thing behind a figure, as its page shows it.</summary>
/// <param name="Subject">Pseudonym, subject of a declaration, or name of a figure.</param>
/// <param name="FigureId">Identity of the figure, when it is one.</param>
/// <param name="Place">Where.</param>
/// <param name="Started">When the clock started; null without a clock.</param>
/// <param name="Stopped">When it stopped; null while it runs.</param>
/// <param name="Took">How long it ran or has run; null without a clock.</param>
/// <param name="Value">What it contributes; null for a plain count.</param>
/// <param name="Counted">Whether it is counted.</param>
/// <param name="Events">The events that tell it.</param>
public sealed record EvidenceRow(
    string Subject,
    string? FigureId,
    string? Place,
    string? Started,
    string? Stopped,
    string? Took,
    string? Value,
    bool Counted,
    IReadOnlyList<EvidenceEvent> Events)
{
    /// <summary>Shows evidence of a figure.</summary>
    public static EvidenceRow Of(Evidence evidence, FigurePageView view)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(view);
        var isFigure = evidence.Kind is EvidenceKind.Figure;
        var isStory = evidence.IsOfPatient;
        var took = isStory && evidence.Since is { } since
            ? (evidence.Until ?? view.Behind.At) - since
            : (TimeSpan?)null;
        return new EvidenceRow(
            isFigure ? view.Names.Figure(evidence.Subject)
                : evidence.Kind is EvidenceKind.NetworkFile ? $"network file: {evidence.Subject}"
                : evidence.Subject,
            isFigure ? evidence.Subject : null,
            view.Names.Place(evidence.Place),
            evidence.Since is { } start ? view.Local.DayAndClock(start) : null,
            evidence.Until is { } end ? view.Local.DayAndClock(end) : null,
            took is { } span ? Text(span) : null,
            evidence.Value is { } value
                ? FigureText.Number(
                    value, isFigure ? view.Names.Unit(evidence.Subject) ?? string.Empty : view.Measure.Unit)
                : null,
            evidence.Counted,
            evidence.Events);
    }

    private static string Text(TimeSpan span) => span.TotalDays < 2
        ? LocalTime.Wait((int)span.TotalMinutes)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.TotalDays:0.0} days");
}
