namespace MseControlCentre.Server.Live;

/// <summary>Whether this node shows what the journal tells, and if not, what it waits for.</summary>
public sealed class Readiness
{
    private volatile string _waitsFor = "the newest snapshot";
    private volatile bool _ready;

    /// <summary>Whether the journal has been replayed.</summary>
    public bool IsReady => _ready;

    /// <summary>What the node waits for; null when it is ready.</summary>
    public string? WaitsFor => _ready ? null : _waitsFor;

    /// <summary>Says what the node waits for.</summary>
    public void WaitFor(string what) => _waitsFor = what;

    /// <summary>The node is ready from now on.</summary>
    public void Ready() => _ready = true;
}
