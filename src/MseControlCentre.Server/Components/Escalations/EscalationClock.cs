using System.Globalization;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>One of the two clocks of an escalation, against the limit of its level.</summary>
/// <param name="Name">What is waited for, such as <c>to acknowledge</c>.</param>
/// <param name="Since">Since when it runs (UTC).</param>
/// <param name="Took">How long it took, in words; null while it runs.</param>
/// <param name="Limit">What is agreed, in words, such as <c>limit 10 min</c>.</param>
/// <param name="IsOver">Whether the limit is passed.</param>
public sealed record EscalationClock(string Name, DateTimeOffset Since, string? Took, string Limit, bool IsOver)
{
    /// <summary>Whether it still runs.</summary>
    public bool Runs => Took is null;

    /// <summary>The time to acknowledge, from when it came to its level.</summary>
    public static EscalationClock ToAcknowledge(Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        var limit = context.Plan.Level(so.Level)?.AcknowledgeWithin;
        return Of("to acknowledge", so.LevelSince, so.AcknowledgedAt ?? so.EndedAt, limit, context.Now);
    }

    /// <summary>The time to resolve, from when it was raised.</summary>
    public static EscalationClock ToResolve(Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        var limit = context.Plan.Level(so.Level)?.ResolveWithin;
        return Of("to resolve", so.RaisedAt, so.EndedAt, limit, context.Now);
    }

    private static EscalationClock Of(
        string name, DateTimeOffset since, DateTimeOffset? stopped, Threshold? limit, DateTimeOffset now) => new(
            name,
            since,
            stopped is { } at ? LocalTime.Wait((int)(at - since).TotalMinutes) : null,
            limit is null
                ? "no limit agreed"
                : "limit " + limit.Value.ToString("0.#", CultureInfo.InvariantCulture) + " min",
            limit is not null && ((stopped ?? now) - since).TotalMinutes > limit.Value);
}
