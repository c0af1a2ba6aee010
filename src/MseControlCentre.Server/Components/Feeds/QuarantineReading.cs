using System.Security.Cryptography;
using System.Text;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>Groups, filters and words of what waits in quarantine. Nothing of what was sent is known here.</summary>
/// <param name="store">The quarantine.</param>
/// <param name="network">The network in force.</param>
/// <param name="local">Local time of the system.</param>
internal sealed class QuarantineReading(QuarantineStore store, NetworkMap network, LocalTime local)
{
    /// <summary>Reasons shown at most; the count tells how many messages there are.</summary>
    public const int MostGroups = 50;

    private const int MostShapes = 3;

    private readonly Dictionary<string, string> _names =
        network.Feeds.ToDictionary(feed => feed.Id, feed => feed.Name, StringComparer.Ordinal);

    private readonly Lock _gate = new();
    private (long Version, IReadOnlyList<QuarantineGroup> Groups) _groups = (-1, []);

    /// <summary>What waits; worked out anew only when it has changed.</summary>
    public QuarantineSummary Summary()
    {
        lock (_gate)
        {
            var version = store.Version;
            var heads = store.Heads();
            if (_groups.Version != version)
            {
                _groups = (version, Groups(heads));
            }

            return new QuarantineSummary(heads.Count, store.Dropped, store.Failed, _groups.Groups);
        }
    }

    /// <summary>The messages that a filter asks for, in its order.</summary>
    public IReadOnlyList<QuarantineHead> Find(QuarantineFilter filter)
    {
        var found = store.Heads().Where(head => Matches(head, filter)).Reverse();
        return filter.Sort switch
        {
            QuarantineSort.Oldest => [.. found.Reverse()],
            QuarantineSort.Feed => [.. found.OrderBy(head => NameOf(head.Feed), StringComparer.Ordinal)],
            QuarantineSort.Reason => [.. found.OrderBy(head => head.Reason.Field, StringComparer.Ordinal)],
            _ => [.. found],
        };
    }

    /// <summary>Messages by reason and feed, most first.</summary>
    public IReadOnlyList<QuarantineGroup> Groups(IEnumerable<QuarantineHead> heads) =>
    [
        .. heads.GroupBy(head => (head.Feed, head.Reason.Field, head.Reason.Expected))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Field, StringComparer.Ordinal)
            .Select(group => new QuarantineGroup(
                KeyOf(group.First().Reason),
                group.Key.Feed,
                NameOf(group.Key.Feed),
                group.Key.Field,
                group.Key.Expected,
                Few(group.Select(head => head.Reason.Shape)),
                Few(group.Select(head => head.Type)),
                group.Count(),
                local.DayAndClock(group.Min(head => head.ReceivedAt)),
                local.DayAndClock(group.Max(head => head.ReceivedAt)),
                group.All(head => head.NeedsSender))),
    ];

    /// <summary>A message as it is listed.</summary>
    public QuarantineRow Row(QuarantineHead head) => new(
        head.Id,
        local.DayAndClock(head.ReceivedAt),
        NameOf(head.Feed),
        head.Type,
        head.Reason.Field,
        head.Reason.Shape,
        head.Reason.Expected,
        head.NeedsSender);

    /// <summary>Name of a feed; of the unknown for null.</summary>
    public string NameOf(string? feed) => feed is null ? "Unknown sender" : _names.GetValueOrDefault(feed, feed);

    /// <summary>The local day of a message.</summary>
    public DateOnly DayOf(QuarantineHead head) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(head.ReceivedAt, local.Zone).DateTime);

    /// <summary>Stands for a reason in an address: reasons are sentences.</summary>
    public static string KeyOf(MseControlCentre.Feeds.Rejection reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{reason.Field}\n{reason.Expected}")))[..12];
    }

    private bool Matches(QuarantineHead head, QuarantineFilter filter) =>
        (filter.Feed is not { } feed
            || string.Equals(head.Feed ?? QuarantineFilter.UnknownSender, feed, StringComparison.Ordinal))
        && (filter.Reason is not { } reason || string.Equals(KeyOf(head.Reason), reason, StringComparison.Ordinal))
        && (filter.Day is not { } day || DayOf(head) == day);

    private static string Few(IEnumerable<string> texts)
    {
        var different = texts.Distinct(StringComparer.Ordinal).Take(MostShapes + 1).ToList();
        return string.Join(", ", different.Take(MostShapes)) + (different.Count > MostShapes ? " …" : string.Empty);
    }
}
