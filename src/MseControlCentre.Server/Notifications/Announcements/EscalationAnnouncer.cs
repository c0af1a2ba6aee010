using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>Tells of the steps of escalations.</summary>
/// <param name="state">Knows the escalation that a step is of.</param>
public sealed class EscalationAnnouncer(LiveState state) : IAnnouncer
{
    /// <summary>Where an escalation is on this server.</summary>
    public static string PathOf(string id) => "/escalations/" + Uri.EscapeDataString(id);

    /// <inheritdoc />
    public bool Reads(EventDetail detail) => detail is EscalationEvent;

    /// <inheritdoc />
    public IEnumerable<Announcement> Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var step = (EscalationEvent)entry.Event.Detail;
        return state.Network is { } network
            && state.Escalations().FirstOrDefault(one =>
                string.Equals(one.Id, step.Escalation, StringComparison.Ordinal)) is { } escalation
            && Of(escalation, step.Step, network) is { } announcement
                ? [announcement]
                : [];
    }

    /// <summary>What a step has to tell; null when nobody is told of such a step.</summary>
    /// <param name="escalation">What it is a step of; later steps do not count.</param>
    /// <param name="number">Number of the step.</param>
    /// <param name="network">Names places and levels.</param>
    public static Announcement? Of(Escalation escalation, int number, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(network);
        var told = new EscalationSoFar(escalation, number, network);
        return told.Last is { } last && told.Told() is { } step
            ? new Announcement(
                escalation.Id,
                number,
                Topics.Of(escalation.Kind),
                step.Step,
                escalation.Scope,
                told.Place,
                told.Level?.Code,
                told.Level?.Name,
                told.Headline,
                step.What,
                last.At,
                told.AnswerBy,
                PathOf(escalation.Id),
                (last.Event as EscalationHelpAsked)?.Of,
                network.ProviderOf((last.Event as EscalationHelpAsked)?.Of) is { } provider ? [provider] : null)
            : null;
    }
}
