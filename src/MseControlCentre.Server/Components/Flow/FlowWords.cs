namespace MseControlCentre.Server.Components.Flow;

/// <summary>What the drawing says in few words.</summary>
internal static class FlowWords
{
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
