using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Discharges;

/// <summary>Whether enough patients leave, hour by hour: what is measured and by whose definition.</summary>
public static class ThroughputMeasures
{
    private const string SinceMidnight = "since local midnight";
    private const string Target =
        "Network file, dischargeTarget and demand. No national target by the hour is published; a deficit of "
        + "discharges against what admissions need is watched elsewhere (Bristol, North Somerset, South "
        + "Gloucestershire, daily at 11:00)";

    /// <summary>Discharges that today's admissions need.</summary>
    public static readonly Measure NeededToday = new(
        "discharge.needed-today", "Discharges needed today", "patients",
        "A discharge for each admission since local midnight and for each that the rest of the day usually brings: all "
        + "admissions in the same hours of the last two to four weeks; until two weeks are held, emergency admissions "
        + "of the network file's usual day. Of a site first heard today, from then on. The system's is the sum of its "
        + "sites.",
        Target, SinceMidnight);

    /// <summary>Discharges that should have happened by now.</summary>
    public static readonly Measure TargetByNow = new(
        "discharge.target-by-now", "Should have left by now", "patients",
        "Discharges needed today times the share that the network file's target gives to the hours so far, rising "
        + "evenly within the hour of the wall clock.",
        Target, SinceMidnight);

    /// <summary>How far behind the target discharges are.</summary>
    public static readonly Measure Deficit = new(
        "discharge.deficit", "Discharge deficit", "patients",
        "Should have left by now less discharged today; above zero is behind, below zero ahead. A site that is ahead "
        + "makes up for another in the system's figure.",
        Target, SinceMidnight, Better.Lower);

    /// <summary>How many must leave in the next hour.</summary>
    public static readonly Measure NeededNextHour = new(
        "discharge.needed-next-hour", "Needed in the next hour", "patients",
        "Whole patients who must leave in the next 60 minutes, at most until midnight, for the target of that time to "
        + "be met; none when enough have left. The system's is the sum of its sites.",
        Target, "next 60 minutes");

    /// <summary>Share of discharges before noon.</summary>
    public static readonly Measure BeforeNoonShare = new(
        "discharge.before-noon-share", "Discharged before noon", "percent",
        "Of today's discharges so far, those before 12:00:00 by local clocks. Unknown until the first discharge; it "
        + "can only fall after noon.",
        "NHS England's request of 2015: 35% of discharges before midday",
        SinceMidnight,
        Better.Higher);

    /// <summary>Share of discharges by 17:00.</summary>
    public static readonly Measure BySeventeenShare = new(
        "discharge.by-17-share", "Discharged by 17:00", "percent",
        "Of today's discharges so far, those up to 17:00:59 by local clocks: the collection's bands are by 17:00 and "
        + "17:01 to 23:59. Unknown until the first discharge.",
        "Acute discharge situation report technical specification, 27 May 2024",
        SinceMidnight,
        Better.Higher);

    /// <summary>Weekend discharges against weekday discharges.</summary>
    public static readonly Measure WeekendShare = new(
        "discharge.weekend-share", "Weekend discharges", "percent",
        "Mean discharges of a Saturday or Sunday as a share of those of a weekday, in the last four weeks of seven "
        + "whole local days that are held, two at least. The feed's first part of a day does not count.",
        "Weekend at least 60% of the weekday rate (HSJ, LGC 5085307)",
        "last four whole weeks",
        Better.Higher);
}
