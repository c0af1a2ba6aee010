using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What is escalated now, and what was in the last day.</summary>
/// <param name="Open">What is open, worst level and longest first.</param>
/// <param name="NotRaised">What is past a limit while nothing about it is open.</param>
/// <param name="NotKnown">What has a limit and cannot be told now, in words.</param>
/// <param name="Ended">What ended in the last day, newest first.</param>
/// <param name="NotAcknowledged">How many of the open ones nobody has acknowledged.</param>
/// <param name="OverLimit">How many of the open ones have a clock past its limit.</param>
/// <param name="HasPlan">Whether the network file says anything about escalation.</param>
public sealed record EscalationsView(
    IReadOnlyList<EscalationRow> Open,
    IReadOnlyList<NotRaisedRow> NotRaised,
    IReadOnlyList<string> NotKnown,
    IReadOnlyList<EscalationRow> Ended,
    int NotAcknowledged,
    int OverLimit,
    bool HasPlan)
{
    /// <summary>How long what ended stays in sight.</summary>
    public static readonly TimeSpan EndedFor = TimeSpan.FromDays(1);

    /// <summary>Makes the view.</summary>
    public static EscalationsView Of(EscalationContext context, EscalationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(filter);
        var open = context.Open
            .Select(so => (so, Row: EscalationRow.Of(so, context)))
            .Where(one => filter.Takes(one.so, one.Row))
            .Select(one => one.Row)
            .ToList();
        return new EscalationsView(
            open,
            NotRaisedIn(context, filter),
            NotKnownIn(context, filter),
            EndedSince(context, EndedFor, filter),
            open.Count(row => !row.IsAcknowledged),
            open.Count(row => row.Acknowledge.IsOver || row.Resolve.IsOver),
            context.Plan.Levels.Count > 0);
    }

    /// <summary>What is past a limit while nothing about it is open.</summary>
    public static IReadOnlyList<NotRaisedRow> NotRaisedIn(EscalationContext context, EscalationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. context.NotRaised.Where(now => filter.IsAt(now.Scope)).Select(now => NotRaisedRow.Of(now, context)),
        ];
    }

    /// <summary>What has a limit and cannot be told now, in words.</summary>
    public static IReadOnlyList<string> NotKnownIn(EscalationContext context, EscalationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. (context.Picture is { } picture ? EscalationSituations.NotKnown(picture, context.Network) : [])
                .Where(one => filter.IsAt(one.Scope))
                .GroupBy(one => one.Kind)
                .Select(kind => EscalationWords.Of(kind.Key) + PlacesOf(
                    [.. kind.Where(one => !string.Equals(one.Scope, context.Network.Code, StringComparison.Ordinal))],
                    context.Network.Sites.Count)),
        ];
    }

    /// <summary>What ended in the last hours, newest first.</summary>
    public static IReadOnlyList<EscalationRow> EndedSince(
        EscalationContext context, TimeSpan back, EscalationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. context.All
                .Where(one => one.EndedAt > context.Now - back && filter.IsAt(one.Scope))
                .OrderByDescending(one => one.EndedAt)
                .ThenBy(one => one.Id, StringComparer.Ordinal)
                .Select(one => EscalationRow.Of(one, context)),
        ];
    }

    // The whole system goes without saying, and so does every site.
    private static string PlacesOf(IReadOnlyList<UnknownSituation> sites, int all) =>
        sites.Count is 0 || sites.Count == all ? "" : $" ({string.Join(", ", sites.Select(one => one.Place))})";
}

/// <summary>Something past its limit about which nothing is open.</summary>
/// <param name="Place">Where.</param>
/// <param name="Headline">What.</param>
/// <param name="LevelName">The level whose limit it has reached.</param>
/// <param name="Why">Why nothing is open.</param>
/// <param name="Last">Identity of the escalation that ended last; null when there was none.</param>
public sealed record NotRaisedRow(string Place, string Headline, string LevelName, string Why, string? Last)
{
    /// <summary>Makes it of a situation.</summary>
    public static NotRaisedRow Of(EscalationSituation now, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(context);
        var last = context.All
            .Where(one => EscalationContext.IsAbout(one, now.Kind, now.Scope))
            .MaxBy(one => one.EndedAt);
        return new NotRaisedRow(
            now.Place,
            EscalationWords.Without(now.Place, now.Headline),
            context.LevelOf(now.Level),
            last is not { EndedAt: { } ended, Steps: [.., { Event.By: not null }] }
                ? "opens by itself within seconds"
                : $"ended at {context.Say(ended)}; opens again by itself after "
                    + context.Say(ended.AddMinutes(context.Plan.RaiseAgainAfter.Value)),
            last?.Id);
    }
}
