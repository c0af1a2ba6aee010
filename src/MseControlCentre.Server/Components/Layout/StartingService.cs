using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>How far the server has come with its start: what every page shows until it is ready.</summary>
public sealed class StartingService(Readiness readiness)
{
    /// <summary>How far it is now.</summary>
    public StartProgress Current() => readiness.Progress;
}
