namespace MseControlCentre.Server.Components.Shared;

/// <summary>How loud a figure is. A threshold of the network file is behind each step.</summary>
public enum Level
{
    /// <summary>Nothing is crossed.</summary>
    Normal,

    /// <summary>A threshold is crossed: somebody should look.</summary>
    Watch,

    /// <summary>The worst threshold is crossed: somebody must act.</summary>
    Alarm,
}
