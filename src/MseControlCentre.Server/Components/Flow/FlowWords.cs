using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>What the drawing says in few words.</summary>
internal static class FlowWords
{
    /// <summary>Why figures cannot be taken as live; null when they can.</summary>
    public static string? Trust(TrustNote? note) => note switch
    {
        null => null,
        { Quality: FigureQuality.Late, Since: null } => "known in part",
        { Quality: FigureQuality.Late } => "late since " + note.Clock,
        { Quality: FigureQuality.Stale, IsExpired: true } => "expired",
        { Quality: FigureQuality.Stale } => "silent since " + (note.Clock ?? "start"),
        { Quality: FigureQuality.Declared } => "declared " + note.Clock,
        _ => "not heard yet",
    };

    /// <summary>Name of a stage.</summary>
    public static string Stage(FlowStage stage) => stage switch
    {
        FlowStage.ComingIn => "Coming in",
        FlowStage.Departments => "Emergency departments",
        FlowStage.Assessment => "Same day emergency care and assessment",
        FlowStage.Wards => "Wards and critical care",
        _ => "Leaving to",
    };
}
