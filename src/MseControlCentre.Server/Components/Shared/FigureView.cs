using System.Globalization;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Shared;

/// <summary>A figure as a screen shows it.</summary>
/// <param name="Id">Identity of the figure.</param>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Text">The value as written; a dash when nothing is known.</param>
/// <param name="Unit">Unit behind the value; null when the label says it.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="Level">How loud it is. A figure that no longer describes now is never loud.</param>
public sealed record FigureView(
    string Id, string Label, string Text, string? Unit, FigureQuality Quality, Level Level)
{
    /// <summary>Shown where nothing is known. Never a zero.</summary>
    public const string Dash = "–";

    /// <summary>Classes of its element.</summary>
    public string Classes => $"figure q-{Name(Quality)} l-{Name(Level)}";

    /// <summary>What a screen reader adds to the value.</summary>
    public string? Spoken => (Quality, Level) switch
    {
        (FigureQuality.Unknown, _) => "nothing known",
        (FigureQuality.Stale, _) => "no longer current",
        (FigureQuality.Late, _) => "late",
        (_, Level.Alarm) => "alarm",
        (_, Level.Watch) => "watch",
        (FigureQuality.Declared, _) => "declared, not measured",
        _ => null,
    };

    /// <summary>Shows a figure.</summary>
    /// <param name="figure">The figure; null when the picture has none, which is shown as unknown.</param>
    /// <param name="label">What it is, in a few words.</param>
    /// <param name="level">How loud it is if it can be trusted.</param>
    /// <param name="format">Number format of the value.</param>
    /// <param name="unit">Unit behind the value.</param>
    public static FigureView Of(Figure? figure, string label, Level level, string format = "0", string? unit = null)
    {
        var known = figure is { Value: not null, Quality: not FigureQuality.Unknown };
        return new FigureView(
            figure?.Id ?? "",
            label,
            known ? figure!.Value!.Value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−') : Dash,
            known ? unit : null,
            known ? figure!.Quality : FigureQuality.Unknown,
            known && figure!.Quality is not FigureQuality.Stale ? level : Level.Normal);
    }

    /// <summary>Shows a figure in minutes as people say it: <c>48 min</c>, <c>1 h 05</c>.</summary>
    public static FigureView OfWait(Figure? figure, string label, Level level)
    {
        var shown = Of(figure, label, level);
        return shown.Quality is FigureQuality.Unknown
            ? shown
            : shown with { Text = LocalTime.Wait((int)figure!.Value!.Value) };
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
