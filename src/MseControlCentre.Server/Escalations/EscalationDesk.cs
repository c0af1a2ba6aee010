using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Escalations;

/// <summary>
/// Takes the steps of escalations into the journal. Whoever acts says which step they have seen; when another step came
/// since, or comes at the same moment on this or another node, nothing is taken and they are told what is so now.
/// </summary>
public sealed class EscalationDesk(IJournal journal, LiveState state, TimeProvider clock)
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What is agreed about escalation; <see cref="EscalationPlan.None"/> before a network is adopted.
    /// </summary>
    public EscalationPlan Plan => state.Network?.Escalation ?? EscalationPlan.None;

    /// <summary>An escalation as it is now; null when there is none, or it ended long ago.</summary>
    public Escalation? Find(string id) =>
        state.Escalations().FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// Raises an escalation. When one of the same kind is open at the same place, nothing is raised, and the outcome
    /// holds that one; of the kind <see cref="EscalationKind.Other"/> several may be open.
    /// </summary>
    /// <param name="scope">Code of the site, or of the network for the whole system.</param>
    /// <param name="raise">Makes the first step of the identity that is given to it.</param>
    /// <param name="kind">What it is about.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was raised.</exception>
    public async Task<StepOutcome> RaiseAsync(string scope, EscalationKind kind, Func<string, EscalationRaised> raise)
    {
        ArgumentNullException.ThrowIfNull(raise);
        var known = state.Escalations();
        if (kind != EscalationKind.Other && known.FirstOrDefault(one => one.IsOpen && one.Kind == kind
            && string.Equals(one.Scope, scope, StringComparison.Ordinal)) is { } open)
        {
            return new StepOutcome(StepResult.SomebodyWasFirst, open, "It is raised already; it was not raised twice.");
        }

        var id = EscalationIdentity.Next(scope, kind, Today(), known.Select(one => one.Id));
        return await AppendAsync(scope, raise(id));
    }

    /// <summary>Takes a step of an escalation.</summary>
    /// <param name="id">Identity of the escalation.</param>
    /// <param name="seen">Number of the newest step that they have seen.</param>
    /// <param name="step">Makes the step of the number that is given to it.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<StepOutcome> StepAsync(string id, int seen, Func<int, EscalationEvent> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (Find(id) is not { } so)
        {
            return new StepOutcome(
                StepResult.NotFound, null, "There is no such escalation. It may have ended more than a week ago.");
        }

        var next = step(so.LastStep + 1);
        if (EscalationSteps.Refusal(so, next, Plan) is { } refusal)
        {
            return new StepOutcome(StepResult.Refused, so, refusal);
        }

        return seen == so.LastStep
            ? await AppendAsync(so.Scope, next)
            : SomebodyWasFirst(so);
    }

    /// <summary>Takes a step that the control centre itself takes; one that is known already changes nothing.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now.</exception>
    public async Task<StepOutcome> AppendAsync(string scope, EscalationEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var appended = await journal.AppendAsync([EventOf(scope, step)], CancellationToken.None);
        using var patience = new CancellationTokenSource(s_longestWait);
        try
        {
            await state.AppliedAsync(appended.LastSequence, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It is durable; the next page shows it.
        }

        var so = Find(step.Escalation);
        return appended.Outcomes[0] == AppendOutcome.Appended || so is null
            ? new StepOutcome(StepResult.Taken, so)
            : SomebodyWasFirst(so);
    }

    private static StepOutcome SomebodyWasFirst(Escalation so) => new(
        StepResult.SomebodyWasFirst,
        so,
        $"{so.Steps[^1].Event.By?.Name ?? "The control centre"} was first: look at what has changed, then decide "
        + "again. Nothing of yours was taken.");

    private FlowEvent EventOf(string scope, EscalationEvent step) => new()
    {
        Source = EscalationIdentity.Source,
        MessageId = EscalationIdentity.Message(step.Escalation, step.Step),
        OccurredAt = clock.GetUtcNow(),
        Site = scope,
        Detail = step,
    };

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(state.Network?.TimeZone ?? "Etc/UTC")).DateTime);
}
