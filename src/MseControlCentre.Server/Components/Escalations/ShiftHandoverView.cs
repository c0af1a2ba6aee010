using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What the next shift has to know, on one page.</summary>
/// <param name="Place">Whose handover it is.</param>
/// <param name="At">When it is of, local time.</param>
/// <param name="Now">The same (UTC).</param>
/// <param name="Owed">What is owed, overdue first.</param>
/// <param name="Open">What is open, worst level and longest first.</param>
/// <param name="NotRaised">What is past a limit while nothing about it is open.</param>
/// <param name="NotKnown">What has a limit and cannot be told now, in words.</param>
/// <param name="Steps">The steps of the last hour, newest first.</param>
/// <param name="Ended">What ended in the last twelve hours, newest first.</param>
public sealed record ShiftHandoverView(
    string Place,
    string At,
    DateTimeOffset Now,
    IReadOnlyList<OwedLine> Owed,
    IReadOnlyList<EscalationRow> Open,
    IReadOnlyList<NotRaisedRow> NotRaised,
    IReadOnlyList<string> NotKnown,
    IReadOnlyList<ShiftStep> Steps,
    IReadOnlyList<EscalationRow> Ended)
{
    /// <summary>How far back the steps go.</summary>
    public static readonly TimeSpan StepsFor = TimeSpan.FromHours(1);

    /// <summary>How far back what ended goes: a shift.</summary>
    public static readonly TimeSpan EndedFor = TimeSpan.FromHours(12);

    /// <summary>Makes the handover of a place, or of everywhere.</summary>
    public static ShiftHandoverView Of(EscalationContext context, string? site)
    {
        ArgumentNullException.ThrowIfNull(context);
        var filter = new EscalationFilter(site);
        var open = context.Open.Where(one => filter.IsAt(one.Scope)).ToList();
        return new ShiftHandoverView(
            site is null ? "All sites and the whole system" : context.NameOf(site),
            context.Local.Date(context.Now) + " " + context.Local.Clock(context.Now),
            context.Now,
            [
                .. open.SelectMany(one => OwedLine.Of(one, context))
                    .OrderByDescending(line => line.IsOverdue)
                    .ThenBy(line => line.DueAt ?? DateTimeOffset.MaxValue)
                    .ThenBy(line => line.Id, StringComparer.Ordinal),
            ],
            [.. open.Select(one => EscalationRow.Of(one, context))],
            EscalationsView.NotRaisedIn(context, filter),
            EscalationsView.NotKnownIn(context, filter),
            [
                .. context.All.Where(one => filter.IsAt(one.Scope))
                    .SelectMany(one => one.Steps, (one, step) => (one, step))
                    .Where(pair => pair.step.At > context.Now - StepsFor)
                    .OrderByDescending(pair => pair.step.At)
                    .ThenByDescending(pair => pair.step.Number)
                    .Select(pair => new ShiftStep(
                        pair.one.Id,
                        $"{context.NameOf(pair.one.Scope)}: {EscalationWords.Of(pair.one.Kind)}",
                        StepLine.Of(pair.step, pair.one, context, null))),
            ],
            EscalationsView.EndedSince(context, EndedFor, filter));
    }
}

/// <summary>A step of the last hour.</summary>
/// <param name="Id">Identity of its escalation.</param>
/// <param name="About">What that is about.</param>
/// <param name="Step">The step.</param>
public sealed record ShiftStep(string Id, string About, StepLine Step);

/// <summary>Something that somebody owes.</summary>
/// <param name="Id">Identity of the escalation.</param>
/// <param name="About">What that is about.</param>
/// <param name="What">What is owed.</param>
/// <param name="Who">By whom.</param>
/// <param name="Due">By when, local time; null when not agreed.</param>
/// <param name="DueAt">The same (UTC).</param>
/// <param name="IsOverdue">Whether that has passed.</param>
public sealed record OwedLine(
    string Id, string About, string What, string Who, string? Due, DateTimeOffset? DueAt, bool IsOverdue)
{
    /// <summary>What is owed about an escalation: its acknowledgement, actions and answers.</summary>
    public static IEnumerable<OwedLine> Of(Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        var about = $"{context.NameOf(so.Scope)}: {EscalationWords.Of(so.Kind)}";
        if (so.AcknowledgedAt is null)
        {
            var within = context.Plan.Level(so.Level)?.AcknowledgeWithin?.Value;
            var due = within is { } minutes ? so.LevelSince.AddMinutes(minutes) : (DateTimeOffset?)null;
            yield return Made("Acknowledge it", context.LevelOf(so.Level), due);
        }

        foreach (var line in so.Actions.Where(one => one.EndedAt is null)
            .Select(one => ActionLine.Of(one, so, context)))
        {
            yield return Made(line.Words, line.Owner, line.DueAt);
        }

        foreach (var help in so.Helps.Where(one => one.Answer is null))
        {
            yield return Made(
                $"Answer what was asked at {context.Say(help.At)}: {help.Asked.For}",
                context.NameOf(help.Asked.Of),
                null);
        }

        OwedLine Made(string what, string who, DateTimeOffset? due) => new(
            so.Id, about, what, who, due is { } at ? context.Say(at) : null, due, due < context.Now);
    }
}
