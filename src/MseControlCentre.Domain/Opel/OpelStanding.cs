using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Opel;

/// <summary>OPEL of a site: calculated beside declared. Neither replaces the other.</summary>
/// <param name="Calculated">Null when no rule set is in force.</param>
/// <param name="Declared">Null when the site never declared any.</param>
public sealed record SiteOpel(OpelSiteScore? Calculated, OpelStatement? Declared);

/// <summary>OPEL of the system: calculated beside declared.</summary>
/// <param name="Calculated">Null when no rule set is in force.</param>
/// <param name="Declared">Null when the system never declared any.</param>
public sealed record SystemOpel(OpelSystemScore? Calculated, OpelStatement? Declared);

/// <summary>A declared level: who, when, why and until when.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Reason">Why; null when not told.</param>
/// <param name="DeclaredBy">Who; null when a feed sent it unattended.</param>
/// <param name="Source">The feed that told it.</param>
/// <param name="DeclaredAt">When (UTC).</param>
/// <param name="ExpiresAt">When it stops being believed; null when not told.</param>
/// <param name="Quality">Declared, or stale once it has expired.</param>
public sealed record OpelStatement(
    int Level,
    string? Reason,
    string? DeclaredBy,
    string Source,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? ExpiresAt,
    FigureQuality Quality)
{
    internal static OpelStatement? Of(FlowEvent? declared, Moment moment) => declared?.Detail is OpelDeclared opel
        ? new OpelStatement(
            opel.Level,
            opel.Reason,
            opel.DeclaredBy,
            declared.Source,
            declared.OccurredAt,
            opel.ExpiresAt,
            Trust.Declared(declared, moment).Quality)
        : null;
}
