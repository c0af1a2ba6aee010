using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What every view of calls is made from.</summary>
/// <param name="Network">The network file, with its plan of calls.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Now">The time against which what is owed is held (UTC).</param>
public sealed record CallsContext(NetworkMap Network, LocalTime Local, DateTimeOffset Now)
{
    private IReadOnlyDictionary<string, string> Names { get; } = EscalationPlaces.Of(Network)
        .DistinctBy(place => place.Code, StringComparer.Ordinal)
        .ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);

    /// <summary>What is agreed about calls.</summary>
    public CallPlan Plan => Network.Calls;

    /// <summary>Makes the context of an instant (UTC).</summary>
    public static CallsContext Of(NetworkMap network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new CallsContext(network, LocalTime.Of(network.TimeZone), now);
    }

    /// <summary>Now in the name of a file, such as <c>2026-11-29-1005</c>.</summary>
    public string Stamp => StampOf(Now);

    /// <summary>An instant in the name of a file.</summary>
    public string StampOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Local.Zone)
        .ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture);

    /// <summary>Name of a place that figures are of; its code when the network file no longer has it.</summary>
    public string NameOf(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>Name of who owes an action or attends: for the whole system that is the control centre.</summary>
    public string WhoOf(string code) =>
        string.Equals(code, Network.Code, StringComparison.Ordinal) ? "The control centre" : NameOf(code);

    /// <summary>Whether a code is of a site.</summary>
    public bool IsSite(string code) =>
        Network.Sites.Any(site => string.Equals(site.Code, code, StringComparison.Ordinal));

    /// <summary>An instant beside another: the day is named when it is not the same.</summary>
    public string Say(DateTimeOffset instant, DateTimeOffset beside) =>
        IsSameDay(instant, beside) ? Local.Clock(instant) : $"{Local.Day(instant)} {Local.DayAndClock(instant)}";

    /// <summary>An instant beside now.</summary>
    public string Say(DateTimeOffset instant) => Say(instant, Now);

    /// <summary>Day of the week, of the month and year.</summary>
    public string Day(DateTimeOffset instant) => $"{Local.Day(instant)} {Local.DayAndYear(instant)}";

    /// <summary>Whether two instants are of one local day.</summary>
    public bool IsSameDay(DateTimeOffset one, DateTimeOffset other) => DayOf(one) == DayOf(other);

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Local.Zone).DateTime);

    /// <summary>The instant of a local time (UTC).</summary>
    public DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Local.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
