using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Constraints;

/// <summary>Who has room. Only what is known and current counts: nobody is sent to a place that may be full.</summary>
public static class RoomFinder
{
    /// <summary>
    /// Who has room for patients who are held up in one way at a place, best first, whether or not a limit is passed
    /// there now.
    /// </summary>
    /// <param name="kind">What holds them up; of ambulances, beds, discharges and virtual wards it is known who has
    /// room.</param>
    /// <param name="scope">Code of the site, or of the network for the whole system.</param>
    /// <param name="picture">What is so now.</param>
    /// <param name="network">The network file.</param>
    public static IReadOnlyList<Room> For(ConstraintKind kind, string scope, Picture picture, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var situation = new Situation(picture, network);
        var place = situation.Sites.FirstOrDefault(site => string.Equals(site.Scope, scope, StringComparison.Ordinal))
            ?? situation.System;
        ConstraintRule? rule = kind switch
        {
            ConstraintKind.AmbulancesWaiting => new AmbulancesWaitingRule(situation),
            ConstraintKind.WaitingForBed => new WaitingForBedRule(situation),
            ConstraintKind.DischargeDeficit => new DischargeDeficitRule(situation),
            ConstraintKind.VirtualWardFull => new VirtualWardFullRule(situation),
            _ => null,
        };
        return rule is null ? [] : [.. rule.Rooms(place)];
    }

    /// <summary>Departments with majors or resuscitation spaces free that are neither on divert nor closed.</summary>
    internal static IEnumerable<Room> Departments(IEnumerable<Place> sites) => sites
        .Where(TakesAmbulances)
        .Select(site => (Site: site, Free: FreeSpaces(site.Now)))
        .Where(one => one.Free >= 1)
        .OrderByDescending(one => one.Free)
        .ThenBy(one => one.Site.Scope, StringComparer.Ordinal)
        .Select(one => Of(
            one.Site,
            EmergencyDepartmentMeasures.MajorsResusOccupancy,
            $"has {Words.Count(one.Free!.Value, "majors space", "majors spaces")} free"));

    /// <summary>Sites with a general and acute bed free and occupancy within the threshold.</summary>
    internal static IEnumerable<Room> Beds(Situation situation, IEnumerable<Place> sites) => sites
        .Where(site => site.Now[BedMeasures.BedsAvailable] > 0
            && site.Now[BedMeasures.BedOccupancy] <= situation.Limits.BedOccupancy.Value)
        .OrderByDescending(site => site.Now[BedMeasures.BedsAvailable])
        .ThenBy(site => site.Scope, StringComparer.Ordinal)
        .Select(site => Of(
            site,
            BedMeasures.BedsAvailable,
            $"has {Words.Count(site.Now[BedMeasures.BedsAvailable]!.Value, "bed", "beds")} free"));

    /// <summary>Places outside hospital: virtual wards, community beds, slots at home; most first.</summary>
    internal static IEnumerable<Room> OutOfHospital(Situation situation)
    {
        var system = situation.System;
        return Free(
            (VirtualWardMeasures.VirtualWardAvailable, "virtual-ward place", "virtual-ward places"),
            (CommunityMeasures.Free, "community bed", "community beds"),
            (CommunityMeasures.SlotsUnused, "slot at home", "slots at home"));

        IEnumerable<Room> Free(params (Measure Measure, string One, string Many)[] kinds) => kinds
            .Where(kind => system.Now[kind.Measure] >= 1)
            .OrderByDescending(kind => system.Now[kind.Measure])
            .Select(kind => new Room(
                system.Scope,
                Words.Count(system.Now[kind.Measure]!.Value, kind.One, kind.Many) + " free",
                system.FigureId(kind.Measure)));
    }

    /// <summary>What a place has, by one of its figures.</summary>
    internal static Room Of(Place place, Measure measure, string words) =>
        new(place.Scope, $"{place.Name} {words}", place.FigureId(measure));

    private static bool TakesAmbulances(Place site) =>
        site.Now[CohortMeasures.DivertsInForce] is null or 0 && site.Now[CohortMeasures.ClosuresInForce] is null or 0;

    private static double? FreeSpaces(Reading now) =>
        now[EmergencyDepartmentMeasures.MajorsResusSpaces] is { } spaces
        && now[EmergencyDepartmentMeasures.MajorsResusOccupancy] is { } occupancy
            ? Math.Round(spaces - (spaces * occupancy / 100), MidpointRounding.AwayFromZero)
            : null;
}
