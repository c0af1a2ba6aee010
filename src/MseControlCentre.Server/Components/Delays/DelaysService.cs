using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>
/// What the list of delayed discharges may know: patients by pseudonym, with what the agencies need to unblock them. It
/// is the list of a multi-agency discharge event, never for a wall.
/// </summary>
public sealed class DelaysService(LiveState state, PictureFeed feed, NetworkMap network, TimeProvider clock)
{
    private const string Dash = "–";

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    private readonly Dictionary<string, string> _partners =
        network.Partners.ToDictionary(partner => partner.Code, partner => partner.Name, StringComparer.Ordinal);

    /// <summary>
    /// The list as its form asks for it; null while the journal is still being read. A choice that the network does not
    /// have leaves nobody out.
    /// </summary>
    public DelaysView? View(string? site, string? owner, string? pathway)
    {
        if (feed.Current is null || state.Network is null)
        {
            return null;
        }

        var filter = new DelayedDischargeFilter(
            Known(site, network.Sites.Select(one => one.Code)),
            Known(owner, network.Partners.Select(one => one.Code).Append(DelayedDischargeFilter.Unknown)),
            Known(pathway, ["0", "1", "2", "3", DelayedDischargeFilter.Unknown]));
        var (at, delays) = state.DelayedDischarges(clock.GetUtcNow(), filter);
        return new DelaysView(
            _local.DayAndClock(at),
            [.. delays.Take(DelayedDischargeEndpoint.MostListed).Select(RowOf)],
            delays.Count,
            [.. network.Sites.Select(one => new Choice(one.Code, one.Name))],
            [
                .. network.Partners.Select(one => new Choice(one.Code, one.Name)),
                new Choice(DelayedDischargeFilter.Unknown, "Not yet named"),
            ],
            CsvPath(filter));
    }

    private static string? Known(string? chosen, IEnumerable<string> known) =>
        known.Contains(chosen, StringComparer.Ordinal) ? chosen : null;

    private static string CsvPath(DelayedDischargeFilter filter) => "/api/delayed-discharges?format=csv"
        + Part("site", filter.Site) + Part("owner", filter.Owner) + Part("pathway", filter.Pathway);

    private static string Part(string name, string? value) =>
        value is null ? string.Empty : $"&{name}={Uri.EscapeDataString(value)}";

    private DelayRow RowOf(DelayedDischarge delay) => new(
        delay.Encounter,
        PlaceOf(delay),
        delay.Pathway is { } pathway ? Text((int)pathway) : Dash,
        delay.Reason is { } reason ? $"{reason.Name} ({reason.Group.Name})"
            : delay.IsReasonTold ? "not on the national list" : Dash,
        delay.Owner is { } owner ? _partners.GetValueOrDefault(owner, owner) : "not yet named",
        delay.ReadyAt is { } ready ? _local.DayAndClock(ready) : Dash,
        delay.DaysSinceReady is { } days ? Text(days) : Dash,
        Text(delay.StayDays));

    private string PlaceOf(DelayedDischarge delay)
    {
        var site = network.Sites.FirstOrDefault(
            one => string.Equals(one.Code, delay.Site, StringComparison.Ordinal));
        var ward = site?.Wards.FirstOrDefault(one => string.Equals(one.Code, delay.Ward, StringComparison.Ordinal));
        return $"{site?.Name ?? delay.Site}, {ward?.Name ?? "ward not known"}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
