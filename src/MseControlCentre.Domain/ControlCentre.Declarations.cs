using MseControlCentre.Domain.Declarations;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    /// <summary>
    /// Every declaration in force, as corrected, with its corrections; those that have expired too, until another
    /// replaces them.
    /// </summary>
    public IReadOnlyList<DeclaredFigures> DeclaredFigures() => [.. _declarations.InForce];
}
