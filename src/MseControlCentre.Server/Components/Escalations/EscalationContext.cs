using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What every view of escalations is made from.</summary>
/// <param name="Network">The network file, with its plan.</param>
/// <param name="All">Every open escalation and those that ended lately.</param>
/// <param name="Picture">The picture of now; null before there is one.</param>
/// <param name="Situations">What is past a limit now.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Now">The time against which clocks are held (UTC).</param>
public sealed record EscalationContext(
    NetworkMap Network,
    IReadOnlyList<Escalation> All,
    Picture? Picture,
    IReadOnlyList<EscalationSituation> Situations,
    LocalTime Local,
    DateTimeOffset Now)
{
    /// <summary>What is agreed about escalation.</summary>
    public EscalationPlan Plan => Network.Escalation;

    /// <summary>Those that are open, worst level and longest first.</summary>
    public IReadOnlyList<Escalation> Open =>
    [
        .. All.Where(one => one.IsOpen)
            .OrderByDescending(one => Plan.RankOf(one.Level))
            .ThenBy(one => one.RaisedAt)
            .ThenBy(one => one.Id, StringComparer.Ordinal),
    ];

    /// <summary>What is past a limit while no escalation about it is open.</summary>
    public IReadOnlyList<EscalationSituation> NotRaised =>
    [
        .. Situations
            .Where(now => !All.Any(one => one.IsOpen && IsAbout(one, now.Kind, now.Scope)))
            .OrderByDescending(now => Plan.RankOf(now.Level)),
    ];

    /// <summary>Makes the context of a picture.</summary>
    public static EscalationContext Of(
        Picture picture, NetworkMap network, IReadOnlyList<Escalation> all, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        return new EscalationContext(
            network, all, picture, EscalationSituations.Of(picture, network), LocalTime.Of(network.TimeZone), now);
    }

    /// <summary>Whether an escalation is about a kind at a place.</summary>
    public static bool IsAbout(Escalation one, EscalationKind kind, string scope)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Kind == kind && string.Equals(one.Scope, scope, StringComparison.Ordinal);
    }

    /// <summary>What is so now of what an escalation is about; null when it is past no limit, or not known.</summary>
    public EscalationSituation? NowOf(Escalation one) =>
        Situations.FirstOrDefault(now => IsAbout(one, now.Kind, now.Scope));

    /// <summary>Whether what an escalation is about is past a limit now.</summary>
    public LimitReading LimitOf(Escalation one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return Picture is { } picture
            ? EscalationSituations.LimitOf(one.Kind, one.Scope, Situations, picture, Network)
            : LimitReading.NotKnown;
    }

    /// <summary>Name of a place, service or organisation of the network; its code when it has none.</summary>
    public string NameOf(string code) => EscalationPlaces.Of(Network)
        .FirstOrDefault(place => string.Equals(place.Code, code, StringComparison.Ordinal))?.Name ?? code;

    /// <summary>Name of a level.</summary>
    public string LevelOf(string? code) => Plan.Level(code)?.Name ?? "No level agreed";

    /// <summary>An instant as people say it: the day is named when it is not today's.</summary>
    public string Say(DateTimeOffset instant) =>
        string.Equals(Local.Date(instant), Local.Date(Now), StringComparison.Ordinal)
            ? Local.Clock(instant)
            : Local.DayAndClock(instant);
}
