using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What the next shift has to know, on one page.</summary>
/// <param name="Place">Whose handover it is.</param>
/// <param name="At">When it is of, local time.</param>
/// <param name="Now">The same (UTC).</param>
/// <param name="Owed">What is owed there, and what the place owes to others; overdue first.</param>
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
                .. OwedBy(site, context)
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

    // A place owes its answer to others whose escalations are not its own.
    private static IEnumerable<OwedLine> OwedBy(string? site, EscalationContext context) =>
        context.Open.SelectMany(one => site is null || string.Equals(one.Scope, site, StringComparison.Ordinal)
            ? OwedLine.Of(one, context)
            : OwedLine.AskedOf(site, one, context));
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
    /// <summary>What is owed about an open escalation: its acknowledgement or its end, actions and answers.</summary>
    public static IEnumerable<OwedLine> Of(Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        var level = context.Plan.Level(so.Level);
        return
        [
            so.AcknowledgedAt is null
                ? Made(
                    so,
                    context,
                    "Acknowledge it",
                    context.LevelOf(so.Level),
                    After(so.LevelSince, level?.AcknowledgeWithin?.Value))
                : Made(
                    so,
                    context,
                    "Resolve it",
                    so.Owner is { } owner ? EscalationWords.Of(owner) : context.LevelOf(so.Level),
                    After(so.RaisedAt, level?.ResolveWithin?.Value)),
            .. so.Actions.Where(one => one.EndedAt is null)
                .Select(one => ActionLine.Of(one, so, context))
                .Select(line => Made(so, context, line.Words, line.Owner, line.DueAt)),
            .. so.Helps.Where(IsNotAnswered).Select(help => AnswerTo(help, so, context)),
        ];
    }

    /// <summary>What a place was asked about an escalation and has not answered.</summary>
    /// <param name="place">Code of the place.</param>
    /// <param name="so">The escalation, at whatever place.</param>
    /// <param name="context">Names and times.</param>
    public static IEnumerable<OwedLine> AskedOf(string place, Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        return so.Helps
            .Where(help => IsNotAnswered(help) && string.Equals(help.Asked.Of, place, StringComparison.Ordinal))
            .Select(help => AnswerTo(help, so, context));
    }

    private static bool IsNotAnswered(HelpAsked help) => help.Answer is null;

    private static OwedLine AnswerTo(HelpAsked help, Escalation so, EscalationContext context)
    {
        var by = help.Asked.By is { } asker ? " by " + EscalationWords.Of(asker) : "";
        return Made(
            so,
            context,
            $"Answer what was asked at {context.Say(help.At)}{by}: {help.Asked.For}",
            context.NameOf(help.Asked.Of),
            null);
    }

    private static DateTimeOffset? After(DateTimeOffset since, double? minutes) =>
        minutes is { } within ? since.AddMinutes(within) : null;

    private static OwedLine Made(
        Escalation so, EscalationContext context, string what, string who, DateTimeOffset? due) => new(
            so.Id,
            $"{context.NameOf(so.Scope)}: {EscalationWords.Of(so.Kind)}",
            what,
            who,
            due is { } at ? context.Say(at) : null,
            due,
            due < context.Now);
}
