using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Network;

/// <summary>Where a location of a feed lies.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Place">The place within the site; unmapped when no ward's pattern matches.</param>
public sealed record LocationResolution(string Site, Place Place);
