using System.Globalization;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>One escalation as lists show it: no patient, and no ambulance by its reference.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Scope">Code of its place.</param>
/// <param name="Place">Name of its place.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Then">What was so when it was raised.</param>
/// <param name="Now">What is so now; null once it has ended.</param>
/// <param name="Limit">Whether that is past a limit.</param>
/// <param name="LevelName">Who has to answer.</param>
/// <param name="State">How far it has come.</param>
/// <param name="IsAcknowledged">Whether its level has seen it.</param>
/// <param name="Owner">Whose it is, with their role; null while nobody has taken it.</param>
/// <param name="Acknowledge">The time to acknowledge.</param>
/// <param name="Resolve">The time to resolve.</param>
/// <param name="Parts">What it consists of now, worst first.</param>
/// <param name="MoreParts">Parts for which there is no room.</param>
/// <param name="Raised">When it was raised, local time.</param>
/// <param name="Ended">When it ended, local time; null while it is open.</param>
/// <param name="Outcome">What came of it; null while it is open.</param>
public sealed record EscalationRow(
    string Id,
    string Scope,
    string Place,
    string Kind,
    string Then,
    string? Now,
    LimitReading Limit,
    string LevelName,
    EscalationState State,
    bool IsAcknowledged,
    string? Owner,
    EscalationClock Acknowledge,
    EscalationClock Resolve,
    IReadOnlyList<EscalationPart> Parts,
    int MoreParts,
    string Raised,
    string? Ended,
    string? Outcome)
{
    /// <summary>Parts that a list shows.</summary>
    public const int MostParts = 12;

    /// <summary>How loud it is: past a limit, not yet acknowledged, or in hand.</summary>
    public Level Level => Acknowledge is { Runs: true, IsOver: true } || Resolve is { Runs: true, IsOver: true }
        ? Level.Alarm
        : State == EscalationState.Raised ? Level.Watch : Level.Normal;

    /// <summary>Makes the row of an escalation.</summary>
    public static EscalationRow Of(Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        var place = context.NameOf(so.Scope);
        var now = so.IsOpen ? context.NowOf(so) : null;
        var limit = context.LimitOf(so);
        var parts = now?.Rows ?? [];
        return new EscalationRow(
            so.Id,
            so.Scope,
            place,
            EscalationWords.Of(so.Kind),
            Said(so.Headline, place, context),
            !so.IsOpen ? null : now is null ? EscalationWords.Of(limit) : Said(now.Headline, place, context),
            limit,
            context.LevelOf(so.Level),
            so.State,
            so.AcknowledgedAt is not null,
            so.Owner is null ? null : EscalationWords.Of(so.Owner),
            EscalationClock.ToAcknowledge(so, context),
            EscalationClock.ToResolve(so, context),
            [.. parts.Take(MostParts).Select(part => EscalationPart.Of(part, withReference: false))],
            Math.Max(0, parts.Count - MostParts),
            context.Say(so.RaisedAt),
            so.EndedAt is { } ended ? context.Say(ended) : null,
            so.Outcome);
    }

    // A headline names its place; the whole system's by the system's own name.
    private static string Said(string headline, string place, EscalationContext context) =>
        EscalationWords.Without(place, EscalationWords.Without(context.Network.Name, headline));
}

/// <summary>One ambulance, ward, feed or virtual ward of a situation.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Since">Since when (UTC); null when no clock tells.</param>
/// <param name="Value">Its own part, in figures; null when it has none.</param>
/// <param name="Reference">Tells ambulances apart, for who may see patients; null otherwise.</param>
public sealed record EscalationPart(string Words, DateTimeOffset? Since, string? Value, string? Reference)
{
    /// <summary>Makes it of a row of a situation.</summary>
    public static EscalationPart Of(SituationRow row, bool withReference)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new EscalationPart(
            row.Words,
            row.Since,
            row.Value?.ToString("0.#", CultureInfo.InvariantCulture),
            withReference ? row.Reference : null);
    }
}
