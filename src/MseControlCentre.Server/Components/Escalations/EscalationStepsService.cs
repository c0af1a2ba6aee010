using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Escalations;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>Takes the steps that people ask for on the pages of escalations, for who may.</summary>
public sealed class EscalationStepsService(
    EscalationDesk desk,
    LiveState state,
    EscalationsService escalations,
    Lazy<PictureFeed> feed,
    IFigureTrail trail,
    IAccess access,
    TimeProvider clock)
{
    private NetworkMap Network => escalations.Network;

    /// <summary>Takes a step.</summary>
    /// <exception cref="NotAllowedException">They may not escalate there.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<StepAnswer> TakeAsync(AskedStep asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (desk.Find(asked.Id) is not { } so)
        {
            access.RequireWidest(Operation.Escalate);
            return new StepAnswer(StepResult.NotFound, null, []);
        }

        var subject = SubjectOf(so, asked);
        access.Require(Operation.Escalate, subject);
        var reader = new StepReader(so, asked, ContextOf(), escalations.RoomsOf(so));
        if (reader.Read(StaffOf(access.Actor, subject)) is not { } step)
        {
            return new StepAnswer(null, so, reader.Errors);
        }

        var outcome = await desk.StepAsync(so.Id, asked.Seen, step);
        return Of(outcome);
    }

    /// <summary>Raises an escalation.</summary>
    /// <exception cref="NotAllowedException">They may not escalate there.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was raised.</exception>
    public async Task<StepAnswer> RaiseAsync(AskedRaise asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (escalations.Places.FirstOrDefault(
            one => string.Equals(one.Code, asked.Site, StringComparison.Ordinal)) is not { } place)
        {
            access.RequireWidest(Operation.Escalate);
            return new StepAnswer(null, null, [new FieldError("site", "Choose the place that it is about.")]);
        }

        access.Require(Operation.Escalate, place.Subject);
        var errors = asked.Faults(Network.Escalation);
        if (errors.Count > 0 || asked.KindChosen is not { } kind)
        {
            return new StepAnswer(null, null, errors);
        }

        var by = StaffOf(access.Actor, place.Subject);
        var situation = ContextOf().Situations
            .FirstOrDefault(now => now.Kind == kind && string.Equals(now.Scope, place.Code, StringComparison.Ordinal));
        var level = asked.Level.Length > 0 ? asked.Level : situation?.Level ?? Network.Escalation.Above(null)?.Code;
        var headline = asked.About.Length > 0
            ? $"{place.Name}: {EnteredText.Kept(asked.About)}"
            : situation?.Headline ?? HeldUp(kind, place) ?? $"{place.Name}: {EscalationWords.Of(kind)}";
        return Of(await desk.RaiseAsync(place.Code, kind, id => new EscalationRaised(
            id, 1, kind, headline, level, asked.ReasonKept, EnteredText.Kept(asked.Tried), by)));
    }

    /// <summary>Asks whether the reader may open the form that raises, for a place or anywhere.</summary>
    /// <exception cref="NotAllowedException">They may not.</exception>
    /// <returns>Where they may raise.</returns>
    public IReadOnlyList<EscalationPlace> PlacesToRaise(string? site)
    {
        if (site is not null && EscalationPlaces.Find(Network, site) is { } place)
        {
            access.Require(Operation.Escalate, place.Subject);
        }
        else
        {
            access.RequireWidest(Operation.Escalate);
        }

        return [.. escalations.Places.Where(one => access.Actor.May(Operation.Escalate, one.Subject))];
    }

    private static StepAnswer Of(StepOutcome outcome) => new(
        outcome.Result,
        outcome.Escalation,
        outcome.Words is { } words ? [new FieldError(null, words)] : []);

    private string? HeldUp(EscalationKind kind, EscalationPlace place) => feed.Value.Current is not { } shown
        ? null
        : RankedConstraints.Of(shown.Picture, Network, trail)
            .FirstOrDefault(one => RoomOffer.KindOf(one.Kind) == kind
                && string.Equals(one.Scope, place.Code, StringComparison.Ordinal))
            ?.Headline;

    private EscalationContext ContextOf() => feed.Value.Current is { } shown
        ? EscalationContext.Of(shown.Picture, Network, state.Escalations(), clock.GetUtcNow())
        : new EscalationContext(
            Network, state.Escalations(), null, [], LocalTime.Of(Network.TimeZone), clock.GetUtcNow());

    // Who answers a request answers for the site or service that was asked.
    private Subject SubjectOf(Escalation so, AskedStep asked) =>
        asked.Act is EscalationActs.Answer
        && int.TryParse(asked.Target, System.Globalization.CultureInfo.InvariantCulture, out var step)
        && so.Helps.FirstOrDefault(help => help.Step == step) is { } help
            ? EscalationPlaces.Find(Network, help.Asked.Of)?.Subject ?? Subject.System
            : EscalationPlaces.Find(Network, so.Scope)?.Subject ?? Subject.System;

    // The role that lets them do it, of those that they have.
    private static StaffMember StaffOf(Actor actor, Subject subject)
    {
        var role = Enum.GetValues<Role>()
            .Where(actor.Roles.Contains)
            .FirstOrDefault(one => (actor with { Roles = new HashSet<Role> { one } })
                .May(Operation.Escalate, subject));
        return new StaffMember(actor.Id, actor.Name, AccessWords.Of(role));
    }
}

/// <summary>What became of a step that a form asked for.</summary>
/// <param name="Result">What became of it; null when the form itself cannot be used.</param>
/// <param name="Escalation">The escalation as it is now; null when there is none.</param>
/// <param name="Errors">Why it was not taken; empty when it was.</param>
public sealed record StepAnswer(StepResult? Result, Escalation? Escalation, IReadOnlyList<FieldError> Errors);
