using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>An act as the page shows it.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="When">Local day and time by the server's clock.</param>
/// <param name="Iso">The same for programs.</param>
/// <param name="Board">What the board's clock said where that was another time; else null.</param>
/// <param name="Who">Their name.</param>
/// <param name="Roles">Their roles; null for none.</param>
/// <param name="What">What they did.</param>
/// <param name="Words">More of it; null for none.</param>
/// <param name="About">The site, partner or feed that it was about; a dash when it was about none.</param>
/// <param name="Allowed">Whether they were let.</param>
/// <param name="Times">How many times; null for once.</param>
/// <param name="Address">Where it came from; null for the server itself.</param>
/// <param name="Page">The page; null for none.</param>
public sealed record AuditRow(
    long Sequence,
    string When,
    string? Iso,
    string? Board,
    string Who,
    string? Roles,
    string What,
    string? Words,
    string About,
    bool Allowed,
    string? Times,
    string? Address,
    string? Page)
{
    private static readonly TimeSpan s_sameTime = TimeSpan.FromMinutes(1);

    /// <summary>An act of the journal.</summary>
    public static AuditRow Of(AuditedAct audited, NetworkMap network, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(audited);
        ArgumentNullException.ThrowIfNull(local);
        var act = audited.Act;
        return new AuditRow(
            audited.Sequence,
            TimeZoneInfo.ConvertTime(act.ServerTime, local.Zone)
                .ToString("d MMM yyyy HH:mm:ss", CultureInfo.GetCultureInfo("en-GB")),
            LocalTime.Iso(act.ServerTime),
            (act.ServerTime - audited.BoardTime).Duration() > s_sameTime
                ? local.DayAndClock(audited.BoardTime)
                : null,
            act.ActorName ?? act.Actor ?? "Nobody signed in",
            AuditWords.Roles(act.Roles),
            AuditWords.Of(act),
            act.Words,
            NameOf(act.Site, act.Organisation, act.Feed, network) ?? AuditWords.Nowhere(act),
            act.Allowed,
            act.Times > 1 ? act.Times.ToString("N0", CultureInfo.InvariantCulture) : null,
            act.Address,
            act.Page);
    }

    private static string? NameOf(string? site, string? organisation, string? feed, NetworkMap network)
    {
        var name = site is not null
            ? network.Sites.FirstOrDefault(one => IsOf(one.Code, site))?.Name
            : network.Partners.FirstOrDefault(one => IsOf(one.Code, organisation))?.Name;
        return name ?? site ?? organisation ?? feed;
    }

    private static bool IsOf(string code, string? other) => string.Equals(code, other, StringComparison.Ordinal);
}
