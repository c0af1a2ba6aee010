using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Constraints;

/// <summary>What holds flow up now, worst first.</summary>
public static class RankedConstraints
{
    /// <summary>Time from one step of a trail to the next.</summary>
    public static readonly TimeSpan TrailStep = TimeSpan.FromMinutes(5);

    /// <summary>How far back a constraint is followed.</summary>
    public static readonly TimeSpan TrailReach = TimeSpan.FromHours(24);

    /// <summary>The figures by which constraints are followed: no other is read from a trail.</summary>
    public static PlaceMeasures Followed { get; } = new(
        System:
        [
            EmergencyCallMeasures.CallsWaiting,
            EmergencyCallMeasures.Mean[AmbulanceCategory.C2],
            DelayMeasures.Pathways[DischargePathway.P1],
            CommunityMeasures.SlotsOffered,
            CommunityMeasures.SlotsUnused,
        ],
        Sites:
        [
            HandoverMeasures.AmbulancesOverStandard,
            HandoverMeasures.AmbulancesOverMaximum,
            HandoverMeasures.AmbulancesEnRoute,
            CohortMeasures.DivertsInForce,
            CohortMeasures.ClosuresInForce,
            EmergencyDepartmentMeasures.AwaitingBed,
            EmergencyDepartmentMeasures.EdOverLong,
            EmergencyDepartmentMeasures.EdOverLongShare,
            EmergencyDepartmentMeasures.OverLongFromDecision,
            EmergencyDepartmentMeasures.MentalHealthOver,
            BedMeasures.BedsAvailable,
            BedMeasures.BedOccupancy,
            ThroughputMeasures.Deficit,
        ],
        VirtualWards: [VirtualWardMeasures.VirtualWardAvailable, VirtualWardMeasures.VirtualWardReferrals]);

    /// <summary>
    /// Every constraint of a picture. Alarms come first, then what is not known, then the rest; among equals the most
    /// patient-minutes in the last hour, then the most patients, then the order of the kinds, then the code of the
    /// place. The same picture and trail give the same list, whatever the order of sites in the picture.
    /// </summary>
    public static IReadOnlyList<Constraint> Of(Picture picture, NetworkMap network, IFigureTrail trail)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(trail);
        var situation = new Situation(picture, network);
        return
        [
            .. RulesOf(situation)
                .SelectMany(rule => rule.Places.Select(place => Make(rule, place, picture, trail)))
                .OfType<Constraint>()
                .Concat(NotKnownAreas.Of(situation))
                .OrderBy(Rank)
                .ThenByDescending(one => one.PatientMinutes ?? 0)
                .ThenByDescending(one => one.Patients ?? 0)
                .ThenBy(one => one.Kind)
                .ThenBy(one => one.Scope, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ConstraintRule> RulesOf(Situation situation) =>
    [
        new AmbulancesWaitingRule(situation),
        new WaitingForBedRule(situation),
        new DepartmentClosedRule(situation),
        new MentalHealthRule(situation),
        new LongStaysRule(situation),
        new CallsWaitingRule(situation),
        new DischargeDeficitRule(situation),
        new VirtualWardFullRule(situation),
        new SlotsUsedRule(situation),
    ];

    private static Constraint? Make(ConstraintRule rule, Place place, Picture picture, IFigureTrail trail)
    {
        var holding = rule.Read(place.Now);
        if (holding is Holding.No or Holding.NotKnown)
        {
            return null;
        }

        var shown = Trail.Of(rule, place, picture.At, trail);
        var since = Earliest(shown.Since, rule.LimitPassed(place));
        var patients = place.Now[rule.Affected];
        var what = rule.What(place);
        return new Constraint(
            rule.Kind,
            place.Scope,
            place.Name,
            holding is Holding.Alarm ? Severity.Alarm : Severity.Watch,
            patients,
            shown.PatientMinutes,
            since,
            since is not null && !shown.BeganThen,
            patients - shown.HourAgo,
            rule.FigureId(place),
            rule.LongestSince(place),
            [.. rule.Behind(place).OfType<string>().Take(Constraint.MostFacts)],
            [.. rule.Rooms(place).Take(Constraint.MostRooms)])
        {
            What = what,
            Headline = place.Headline(what),
            MinutesAtLeast = shown is { PatientMinutes: not null, IsWhole: false },
        };
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;

    private static int Rank(Constraint constraint) =>
        constraint.Severity == Severity.Alarm ? 0 : constraint.Kind == ConstraintKind.NotKnown ? 1 : 2;
}
