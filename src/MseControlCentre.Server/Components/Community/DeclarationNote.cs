using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Community;

/// <summary>Who declared something, when, and until when it is believed.</summary>
/// <param name="At">When the figures were true; null when nothing was declared.</param>
/// <param name="AtText">The same by local clocks.</param>
/// <param name="By">Who declared it.</param>
/// <param name="Age">How long ago, in words.</param>
/// <param name="Expires">When it expires or since when it has, in words; null when nothing says so.</param>
/// <param name="HasExpired">Whether it is no longer believed.</param>
public sealed record DeclarationNote(
    DateTimeOffset? At, string AtText, string By, string Age, string? Expires, bool HasExpired)
{
    /// <summary>Nothing was declared.</summary>
    public static readonly DeclarationNote None = new(null, FigureView.Dash, FigureView.Dash, "", null, false);

    /// <summary>Describes a declaration; null for none.</summary>
    public static DeclarationNote Of(DeclaredFigures? declared, DateTimeOffset now, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(local);
        return declared is null ? None : Of(declared.Event, now, local);
    }

    private static DeclarationNote Of(FlowEvent declared, DateTimeOffset now, LocalTime local)
    {
        var declaration = (Declaration)declared.Detail;
        var expired = declaration.ExpiresAt < now;
        return new DeclarationNote(
            declared.OccurredAt,
            local.DayAndClock(declared.OccurredAt),
            declaration.DeclaredBy ?? declared.Source,
            LocalTime.Wait((int)Math.Max(0, (now - declared.OccurredAt).TotalMinutes)),
            declaration.ExpiresAt is { } until
                ? $"{(expired ? "expired" : "until")} {local.DayAndClock(until)}"
                : null,
            expired);
    }
}
