using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Who is told of what.</summary>
/// <param name="Id">Its identity in the file; deliveries are known by it.</param>
/// <param name="For">Who they are, by their role: <c>Site managers of Basildon</c>.</param>
/// <param name="Channel">Identity of the channel.</param>
/// <param name="Recipients">Mail addresses; the channel's identity for a webhook.</param>
/// <param name="Scopes">
/// Codes of the sites and organisations, or of the network for what is about the whole system; empty for everything.
/// Who
/// is asked for help, or to attend a call, is concerned too.
/// </param>
/// <param name="Topics">What it may be about (<see cref="Topics"/>); empty for everything.</param>
/// <param name="FromLevel">Code of the lowest level; null for every level and for what has none.</param>
/// <param name="Steps">Which steps.</param>
/// <param name="Quiet">When they are left alone; null for never.</param>
public sealed record NotificationRule(
    string Id,
    string For,
    string Channel,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Topics,
    string? FromLevel,
    IReadOnlyList<AnnouncedStep> Steps,
    QuietHours? Quiet)
{
    /// <summary>Whether they are told of something.</summary>
    /// <param name="announcement">What there is to tell.</param>
    /// <param name="plan">The levels, lowest first.</param>
    public bool Wants(Announcement announcement, EscalationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(plan);
        return (Scopes.Count == 0 || Scopes.Any(announcement.Concerns))
            && Holds(Topics, announcement.Topic)
            && (FromLevel is null || plan.RankOf(announcement.Level) >= plan.RankOf(FromLevel))
            && (Steps.Contains(announcement.Step)
                || (announcement.Step is AnnouncedStep.AcknowledgedLate && Steps.Contains(AnnouncedStep.Acknowledged)));
    }

    /// <summary>Whether something is told at once even in quiet hours.</summary>
    public bool BreaksThrough(Announcement announcement, EscalationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(plan);
        return Quiet?.BreaksThroughFrom is { } level
            && plan.RankOf(announcement.Level) >= plan.RankOf(level);
    }

    private static bool Holds(IReadOnlyList<string> wanted, string one) =>
        wanted.Count == 0 || wanted.Contains(one, StringComparer.Ordinal);
}
