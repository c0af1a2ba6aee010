namespace MseControlCentre.Server.Components.Shared;

/// <summary>Where the page of a figure is.</summary>
public static class FigurePath
{
    /// <summary>
    /// Path of a figure's page. An identity such as <c>RAJ12/AMU:beds.open</c> has a slash, which stays one, and a
    /// colon, which may stand in a path.
    /// </summary>
    public static string Of(string figureId)
    {
        ArgumentNullException.ThrowIfNull(figureId);
        return "/figures/" + string.Join('/', figureId.Split('/').Select(Escape));
    }

    private static string Escape(string segment) =>
        string.Join(':', segment.Split(':').Select(Uri.EscapeDataString));
}
