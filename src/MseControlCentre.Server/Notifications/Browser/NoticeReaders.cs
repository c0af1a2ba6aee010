using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Browser;

/// <summary>
/// Who is shown what in their browser, by role: controllers all of it; site managers what is about their own sites and
/// the whole system; partners what they are asked for; others what came to a level. Of calls and actions those are
/// shown
/// whom they concern. Nobody is shown everything small.
/// </summary>
public static class NoticeReaders
{
    private static readonly AnnouncedStep[] s_levels = [AnnouncedStep.Raised, AnnouncedStep.PassedUp];

    private static readonly AnnouncedStep[] s_ofCalls =
    [
        AnnouncedStep.PackReady, AnnouncedStep.Called, AnnouncedStep.Started, AnnouncedStep.NotHeld,
        AnnouncedStep.ActionAgreed, AnnouncedStep.ActionChased,
    ];

    private static readonly AnnouncedStep[] s_steps =
    [
        AnnouncedStep.Raised, AnnouncedStep.PassedUp, AnnouncedStep.AcknowledgedLate, AnnouncedStep.HelpAsked,
        AnnouncedStep.HelpAnswered, AnnouncedStep.Resolved,
    ];

    /// <summary>Whether somebody may be shown notices at all: people only, never a screen of a wall.</summary>
    public static bool MayRead(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsPerson && actor.May(Operation.SeeEscalations, Subject.System);
    }

    /// <summary>Whether somebody is shown something.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="told">What there is to tell.</param>
    /// <param name="system">Code of the whole system.</param>
    public static bool Wants(Actor actor, Announcement told, string system)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(told);
        return s_ofCalls.Contains(told.Step) ? WantsCall(actor, told) : WantsEscalation(actor, told, system);
    }

    private static bool WantsCall(Actor actor, Announcement told) =>
        MayRead(actor) && actor.May(Operation.SeeCalls, Subject.System) && actor.Roles.Any(role => role switch
        {
            Role.Controller => told.Step is not AnnouncedStep.ActionAgreed,
            Role.SiteManager => actor.Sites.Any(told.Concerns),
            Role.Partner => actor.Organisation is { } own && told.Concerns(own),
            _ => false,
        });

    private static bool WantsEscalation(Actor actor, Announcement told, string system) =>
        MayRead(actor) && actor.Roles.Any(role => role switch
        {
            Role.Controller => s_steps.Contains(told.Step),
            Role.SiteManager => s_steps.Contains(told.Step)
                && (actor.Sites.Contains(told.Scope) || Is(told.Scope, system)
                    || (told.Asked is { } asked && actor.Sites.Contains(asked))),
            Role.Partner => told.Asked is not null && actor.Organisation is { } own && told.Concerns(own),
            Role.Observer => s_levels.Contains(told.Step),
            _ => false,
        });

    private static bool Is(string one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
