using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Escalations;

/// <summary>The situations of a picture that an escalation may be about.</summary>
public static class EscalationSituations
{
    /// <summary>
    /// Every situation that reaches the lowest limit of its kind in the network's plan; those of kinds without a limit
    /// are raised by people. In the order of the kinds, then of the sites.
    /// </summary>
    public static IReadOnlyList<EscalationSituation> Of(Picture picture, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var places = new Situation(picture, network);
        return
        [
            .. Enum.GetValues<EscalationKind>()
                .Select(kind => (Kind: kind, Triggers: TriggersOf(kind, network)))
                .Where(one => one.Triggers.Count > 0)
                .SelectMany(one => Readings(one.Kind, places, one.Triggers[0].Limit.Value)
                    .Select(situation => situation with { Level = Reached(one.Triggers, situation.Value) }))
                .Where(situation => situation.Level is not null),
        ];
    }

    /// <summary>
    /// What the network's plan has a limit for and cannot be told now: nothing opens by itself there. In the order of
    /// the kinds, then of the sites. Of feeds it is known whether they are silent.
    /// </summary>
    public static IReadOnlyList<UnknownSituation> NotKnown(Picture picture, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var places = new Situation(picture, network);
        return
        [
            .. Enum.GetValues<EscalationKind>()
                .Where(kind => TriggersOf(kind, network).Count > 0)
                .SelectMany(kind => NotKnownOf(kind, places)
                    .Select(place => new UnknownSituation(kind, place.Scope, place.Name))),
        ];
    }

    /// <summary>Whether a kind is past a limit of the network's plan at a place now.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="scope">Code of the site, or of the network for the whole system.</param>
    /// <param name="past">What is past a limit now: <see cref="Of"/> the same picture and network.</param>
    /// <param name="picture">The picture of now.</param>
    /// <param name="network">The network, with its plan.</param>
    public static LimitReading LimitOf(
        EscalationKind kind,
        string scope,
        IReadOnlyList<EscalationSituation> past,
        Picture picture,
        NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        if (past.Any(now => now.Kind == kind && string.Equals(now.Scope, scope, StringComparison.Ordinal)))
        {
            return LimitReading.Passed;
        }

        var places = new Situation(picture, network);
        var site = places.Sites.FirstOrDefault(one => string.Equals(one.Scope, scope, StringComparison.Ordinal));
        var isOfSites = FigureOf(kind) is not null;
        if (TriggersOf(kind, network).Count == 0 || (isOfSites && site is null))
        {
            return LimitReading.NotMeasured;
        }

        return IsKnownToBeOver(kind, scope, places) ? LimitReading.NotPassed : LimitReading.NotKnown;
    }

    /// <summary>
    /// The figure whose trail tells whether a kind is over at a place; null for kinds that no one figure tells.
    /// </summary>
    internal static Measure? FigureOf(EscalationKind kind) => SiteSituations.FigureOf(kind);

    /// <summary>
    /// What was held against the limits at each step that the board showed; null where it was not known. Of a level,
    /// the highest that it could be. None for kinds that no figure tells.
    /// </summary>
    internal static IEnumerable<double?> ValuesOf(
        EscalationKind kind, string scope, TimeSpan back, Situation places, IFigureTrail trail) => kind switch
        {
            EscalationKind.VirtualWardFull => VirtualWardSituation.ValuesOf(places, back, trail),
            EscalationKind.OpelChange => OpelSituations.ValuesOf(scope, back, trail),
            _ => SiteSituations.ValuesOf(kind, scope, back, trail),
        };

    /// <summary>
    /// Whether it is known now that a kind is not past its lowest limit at a place, where no situation says that it is:
    /// what is not known is not over.
    /// </summary>
    internal static bool IsKnownToBeOver(EscalationKind kind, string scope, Situation places) => kind switch
    {
        EscalationKind.FeedSilent => FeedSituations.AreHeard(scope, places),
        EscalationKind.VirtualWardFull => VirtualWardSituation.IsRoomKnown(places),
        EscalationKind.OpelChange => OpelSituations.IsKnown(scope, places),
        _ => places.Sites.FirstOrDefault(site => string.Equals(site.Scope, scope, StringComparison.Ordinal)) is { } site
            && SiteSituations.ValueOf(kind, site) is not null,
    };

    private static IEnumerable<Place> NotKnownOf(EscalationKind kind, Situation places) => kind switch
    {
        EscalationKind.VirtualWardFull when !VirtualWardSituation.IsRoomKnown(places) => [places.System],
        EscalationKind.OpelChange => OpelSituations.NotMeasured(places),
        _ when FigureOf(kind) is not null =>
            places.Sites.Where(site => SiteSituations.ValueOf(kind, site) is null),
        _ => [],
    };

    private static List<EscalationTrigger> TriggersOf(EscalationKind kind, NetworkMap network) =>
        [.. network.Escalation.Triggers.Where(trigger => trigger.Kind == kind)];

    private static string? Reached(List<EscalationTrigger> triggers, double value) =>
        triggers.FindLast(trigger => value >= trigger.Limit.Value)?.Level;

    private static IEnumerable<EscalationSituation> Readings(EscalationKind kind, Situation places, double least) =>
        kind switch
        {
            EscalationKind.FeedSilent => FeedSituations.Of(places, least),
            EscalationKind.VirtualWardFull => VirtualWardSituation.Of(places, least),
            EscalationKind.OpelChange => OpelSituations.Of(places),
            _ => places.Sites
                .Select(site => SiteSituations.Of(kind, site, places, least))
                .OfType<EscalationSituation>(),
        };
}
