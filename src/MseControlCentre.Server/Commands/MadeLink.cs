namespace MseControlCentre.Server.Commands;

/// <summary>A link that a command has just made; it is printed this once.</summary>
/// <param name="Path">Its path at the server.</param>
internal sealed record MadeLink(string Path);
