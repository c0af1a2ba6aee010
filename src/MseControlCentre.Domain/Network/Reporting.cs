namespace MseControlCentre.Domain.Network;

/// <summary>Names that national returns ask for.</summary>
/// <param name="Region">Name of the NHS England region.</param>
/// <param name="IntegratedCareBoard">Name of the integrated care board, as national returns write it.</param>
/// <param name="Basis">Where the names come from; null when nothing needs saying.</param>
public sealed record Reporting(string Region, string IntegratedCareBoard, string? Basis = null);

/// <summary>How long the figures of a form are believed when their maker does not say.</summary>
/// <param name="Form">Identity of the declaration form, such as <c>ward-capacity</c>.</param>
/// <param name="Life">Hours, and who agreed them.</param>
public sealed record DeclarationLife(string Form, Threshold Life);
