using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Makes the figures of one picture, each with the page behind it at the picture's time.</summary>
/// <param name="picture">The picture.</param>
/// <param name="network">The network it is of.</param>
/// <param name="local">Local time of the system.</param>
/// <param name="isNow">Whether the picture is of now.</param>
internal sealed class FlowFigures(Picture picture, NetworkMap network, LocalTime local, bool isNow)
{
    public Picture Picture { get; } = picture;

    public NetworkMap Network { get; } = network;

    public bool IsNow { get; } = isNow;

    public FlowFigure Of(FigureSet figures, Measure measure, Level level = Level.Normal)
    {
        var figure = figures.Find(measure.Id);
        var view = FigureView.Of(figure, measure.Name, level);
        var value = figure is { Quality: not (FigureQuality.Unknown or FigureQuality.Stale) } ? figure.Value : null;
        return new FlowFigure(view, measure.Name, value, HrefOf(view.Id), IsNow);
    }

    public FlowFigure OfSystem(Measure measure) => Of(Picture.Figures, measure);

    public FlowFact Fact(string words, FigureSet figures, Measure measure, Measure? of = null) =>
        new(words, Of(figures, measure), of is null ? null : Of(figures, of));

    public TrustNote? Trust(FigureSet figures, params Measure[] measures) =>
        TrustNote.On(measures.Select(measure => figures.Find(measure.Id)), Picture.Feeds, local);

    public string HrefOf(string figureId)
    {
        var path = FigurePath.Of(figureId);
        return IsNow ? path : $"{path}?at={local.Written(Picture.At)}";
    }
}
