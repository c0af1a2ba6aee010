using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What the pages of escalations may know.</summary>
public sealed class EscalationsService(
    LiveState state, Lazy<PictureFeed> feed, NetworkMap network, IFigureTrail trail, IAccess access)
{
    /// <summary>The network file.</summary>
    public NetworkMap Network => network;

    /// <summary>Where escalations may be.</summary>
    public IReadOnlyList<EscalationPlace> Places { get; } = EscalationPlaces.OfEscalations(network);

    /// <summary>Whether the reader may raise one at a place, or anywhere for null.</summary>
    public bool MayRaiseAt(string? site) => Places.Any(place =>
        (site is null || string.Equals(place.Code, site, StringComparison.Ordinal))
        && access.Actor.May(Operation.Escalate, place.Subject));

    /// <summary>What is so now; null until the journal has been read.</summary>
    /// <exception cref="NotAllowedException">They may not see escalations.</exception>
    public EscalationContext? Current()
    {
        access.Require(Operation.SeeEscalations, Subject.System);
        return feed.Value.Current is { } published ? ContextOf(published) : null;
    }

    /// <summary>What is so in a picture.</summary>
    public EscalationContext ContextOf(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return EscalationContext.Of(published.Picture, network, state.Escalations(), published.Clock.Now);
    }

    /// <summary>Everything about one escalation; null when there is none, or the journal is still being read.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="seen">Number of the newest step that the reader had seen, so that newer ones are marked.</param>
    /// <param name="withReferences">
    /// Whether ambulances are told apart for who may see patients; not while the journal, which records that they were
    /// seen, takes nothing.
    /// </param>
    /// <exception cref="NotAllowedException">They may not see escalations.</exception>
    public EscalationPageView? Find(string id, int? seen, bool withReferences)
    {
        if (Current() is not { } context
            || context.All.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal)) is not { } so)
        {
            return null;
        }

        return new EscalationPageView(
            EscalationRow.Of(so, context),
            context.Now,
            PartsOf(so, context, withReferences),
            [.. so.Steps.Reverse().Select(step => StepLine.Of(step, so, context, seen))],
            [.. so.Actions.Select(one => ActionLine.Of(one, so, context)).OrderBy(line => line.IsOwed ? 0 : 1)],
            [.. so.Helps.Select(help => HelpLine.Of(help, context, code => so.IsOpen && MayFor(code)))],
            so.LastStep,
            ChoicesOf(so, context));
    }

    /// <summary>Who has room now for what an escalation is about.</summary>
    public IReadOnlyList<RoomOffer> RoomsOf(Escalation so) =>
        feed.Value.Current is { } shown ? RoomOffer.Of(so, shown.Picture, network, trail) : [];

    private IReadOnlyList<EscalationPart> PartsOf(Escalation so, EscalationContext context, bool mayName)
    {
        var rows = so.IsOpen ? context.NowOf(so)?.Rows ?? [] : [];
        var withReferences = mayName && rows.Any(row => row.Reference is not null)
            && access.Actor.May(Operation.SeePatients, Subject.OfSite(so.Scope));
        if (withReferences)
        {
            access.Require(Operation.SeePatients, Subject.OfSite(so.Scope));
        }

        return [.. rows.Select(row => EscalationPart.Of(row, withReferences))];
    }

    private EscalationChoices ChoicesOf(Escalation so, EscalationContext context)
    {
        var mayAct = so.IsOpen && MayFor(so.Scope);
        var begun = so.Actions.Where(one => one.EndedAt is null).Select(one => one.Taken.Card)
            .ToHashSet(StringComparer.Ordinal);
        return new EscalationChoices(
            mayAct,
            string.Equals(so.Owner?.Id, access.Actor.Id, StringComparison.Ordinal),
            [.. context.Plan.ActionsOf(so.Kind, so.Scope).Where(one => !begun.Contains(one.Code))],
            mayAct ? RoomsOf(so) : [],
            [
                .. EscalationPlaces.Of(network)
                    .Where(place => !string.Equals(place.Code, so.Scope, StringComparison.Ordinal)),
            ],
            [.. context.Plan.Levels.Skip(context.Plan.RankOf(so.Level) + 1)]);
    }

    private bool MayFor(string code) => EscalationPlaces.Find(network, code) is { } place
        && access.Actor.May(Operation.Escalate, place.Subject);
}
