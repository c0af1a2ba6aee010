using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Describes who did what, from where, without a word that could tell of a patient: of an address only the route as it
/// was mapped, and in it only what the network file names.
/// </summary>
/// <param name="network">Its sites, partners and feeds are named; other codes are not repeated.</param>
/// <param name="clock">The server's own clock, never a simulated one.</param>
public sealed class AuditScribe(
    NetworkMap network, [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    /// <summary>Longest text that is kept of an act.</summary>
    public const int LongestWords = 400;

    private const int LongestName = 120;

    private readonly HashSet<string> _sites = network.Sites.Select(site => site.Code).ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> _organisations = network.Partners.Select(partner => partner.Code)
        .Concat(network.Sites.Select(site => site.Organisation))
        .Concat(network.VirtualWards.Select(ward => ward.Provider))
        .Concat(network.CommunityUnits.Select(unit => unit.Provider))
        .Append(network.AmbulanceService.Code)
        .ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> _feeds = network.Feeds.Select(feed => feed.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Describes an act.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="need">What they had to be allowed; null when it was no one operation.</param>
    /// <param name="context">The request that it came with; null when it came from the server itself.</param>
    /// <param name="words">The rest.</param>
    public AccessRecorded Describe(
        AuditAct act, Actor actor, Need? need, HttpContext? context, string? words = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Describe(act, actor, need?.Operation, need?.Subject ?? Subject.System, context, words);
    }

    /// <summary>Describes an act of a subject.</summary>
    public AccessRecorded Describe(
        AuditAct act, Actor actor, Operation? operation, Subject subject, HttpContext? context, string? words)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(subject);
        return new AccessRecorded(
            clock.GetUtcNow(),
            act.ToString(),
            act is not (AuditAct.Refused or AuditAct.SignInRefused),
            AuditText.Of(actor.Id, LongestName),
            actor.Id.Length == 0 ? null : AuditText.Of(actor.Name, LongestName),
            actor.Roles.Count == 0 ? null : string.Join(", ", actor.Roles.Order()),
            operation?.ToString(),
            Known(_sites, subject.Site),
            Known(_organisations, subject.Organisation),
            Known(_feeds, subject.Source),
            AddressOf(context),
            PageOf(context),
            Answer: null,
            AuditText.Of(words, LongestWords));
    }

    private static string? AddressOf(HttpContext? context) => context?.Connection.RemoteIpAddress is not { } address
        ? null
        : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes())).ToString();

    private string? PageOf(HttpContext? context)
    {
        if ((context?.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } route)
        {
            return null;
        }

        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (value is string code && (_sites.Contains(code) || _organisations.Contains(code)))
            {
                route = route.Replace("{" + name + "}", code, StringComparison.Ordinal);
            }
        }

        return "/" + route.TrimStart('/');
    }

    private static string? Known(HashSet<string> codes, string? code) =>
        code is null || codes.Contains(code) ? code : "not in the network";
}
