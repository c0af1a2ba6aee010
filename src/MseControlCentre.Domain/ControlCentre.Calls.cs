using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    private readonly CallBook _callBook = new();

    /// <summary>
    /// Every call that is open, those of the last days and those of which something is owed, newest first.
    /// </summary>
    public IReadOnlyList<Call> Calls() => [.. _callBook.All];
}
