using System.Globalization;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>One cell of a list: the page, the file and the order are all made from it.</summary>
/// <param name="Text">What is read; a dash when nothing is known.</param>
/// <param name="Key">What it is sorted by.</param>
/// <param name="Written">What stands in the file; empty when nothing is known, never zero.</param>
public sealed record ListCell(string Text, ListKey Key, string Written)
{
    /// <summary>Nothing known.</summary>
    public static readonly ListCell Unknown = new(FigureView.Dash, default, string.Empty);

    /// <summary>The figure that it shows; null when it shows none.</summary>
    public FigureView? Figure { get; init; }

    /// <summary>Where it leads; null when it leads nowhere of its own.</summary>
    public string? Link { get; init; }

    /// <summary>What a link is called for those who hear it alone; null when its text says enough.</summary>
    public string? LinkLabel { get; init; }

    /// <summary>A word on it that is loud; null when it has none. It is part of what stands in the file.</summary>
    public string? Badge { get; init; }

    /// <summary>How loud the badge is.</summary>
    public Level Level { get; init; }

    /// <summary>A share from 0 to 1 drawn as a bar before the text; null for none.</summary>
    public double? Share { get; init; }

    /// <summary>Since when a clock runs that the browser ticks; null for none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether it is written as a code.</summary>
    public bool IsCode { get; init; }

    /// <summary>Words.</summary>
    public static ListCell Words(string? words) =>
        words is { Length: > 0 } ? new ListCell(words, new ListKey(null, words), words) : Unknown;

    /// <summary>A number that is no figure.</summary>
    public static ListCell Number(double? number) => number is { } known
        ? new ListCell(Digits(known, "#,0.#"), new ListKey(known), Digits(known, "0.###"))
        : Unknown;

    /// <summary>A figure, which leads to what is behind it.</summary>
    /// <param name="figure">The figure; null when the picture has none.</param>
    /// <param name="level">How loud it is if it can be trusted.</param>
    /// <param name="format">Number format of the value.</param>
    /// <param name="unit">Unit behind the value; the file leaves it out.</param>
    public static ListCell Of(Figure? figure, Level level = Level.Normal, string format = "#,0.#", string? unit = null)
    {
        var view = FigureView.Of(figure, figure?.Measure.Name ?? "", level, format, unit);
        var value = view.Quality is FigureQuality.Unknown ? null : figure?.Value;
        return new ListCell(view.Text, new ListKey(value), value is { } known ? Digits(known, "0.###") : string.Empty)
        {
            Figure = view,
        };
    }

    /// <summary>A word that is loud, before or instead of others.</summary>
    public ListCell With(Level level, string badge) => this with
    {
        Level = level,
        Badge = badge,
        Written = Written.Length > 0 ? $"{badge}, {Written}" : badge,
    };

    private static string Digits(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture) is var text && format.StartsWith('#')
            ? text.Replace('-', '−')
            : text;
}
