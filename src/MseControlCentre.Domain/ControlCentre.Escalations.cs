using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    private readonly EscalationBook _escalations = new();

    /// <summary>Every open escalation and those that ended in the last days, by identity.</summary>
    public IReadOnlyList<Escalation> Escalations() => [.. _escalations.All];
}
