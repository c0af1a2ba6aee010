using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>One question about one place: a great figure, those behind it, and what is said below them.</summary>
/// <param name="Main">The great figure.</param>
/// <param name="Behind">The figures behind it.</param>
/// <param name="Said">Words below it, each with its figure; there is always room for them.</param>
/// <param name="Trust">Why it cannot be taken as live, said in place of the words; null when it can.</param>
public sealed record CellView(
    FigureView Main, IReadOnlyList<FigureView> Behind, IReadOnlyList<SaidView> Said, TrustNote? Trust)
{
    /// <summary>Class of the cell: whether it still describes now.</summary>
    public string Class => Trust is null ? "cell" : "cell is-" + Trust.Quality.ToString().ToLowerInvariant();
}

/// <summary>A figure in words: <c>3 on the way</c>.</summary>
/// <param name="Figure">The figure; null when the words say it all.</param>
/// <param name="Words">The words behind it.</param>
/// <param name="Level">How loud the words are.</param>
public sealed record SaidView(FigureView? Figure, string Words, Level Level = Level.Normal)
{
    /// <summary>Words about the day: since when it is counted, when nobody told of its beginning.</summary>
    public static SaidView Today(Figure? figure, FigureView shown, string words, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        return new SaidView(
            shown,
            figure?.CountedSince is { } since ? $"{words} since {views.Say(since)}" : words + " today");
    }
}
