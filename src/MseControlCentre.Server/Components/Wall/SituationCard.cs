using System.Globalization;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>What a card is about, most pressing first among those that are equally loud.</summary>
public enum Concern
{
    /// <summary>Ambulances that wait outside.</summary>
    Ambulances,

    /// <summary>Beds.</summary>
    Beds,

    /// <summary>Long stays in the emergency department.</summary>
    LongStays,

    /// <summary>Something that should be known is not.</summary>
    NotKnown,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>
/// What is worst at one site, in words: what constrains it, what stands behind that, and who has room. Said only from
/// figures that are known and current; where they are not, that is what is said.
/// </summary>
/// <param name="Level">How loud.</param>
/// <param name="Headline">What is worst.</param>
/// <param name="Since">Since when, where that is a clock that runs; null otherwise.</param>
/// <param name="Behind">What stands behind it.</param>
/// <param name="Relief">Where there is room; null when nobody is known to have any.</param>
public sealed record SituationCard(
    Level Level, string Headline, DateTimeOffset? Since, string Behind, string? Relief)
{
    /// <summary>What it is about.</summary>
    public Concern Concern { get; init; }

    /// <summary>How bad, to compare cards of one concern: longest wait in minutes, percent full, patients.</summary>
    public double Amount { get; init; }

    /// <summary>The card of a site.</summary>
    public static SituationCard Of(SitePicture site, ViewContext views)
    {
        var facts = new Facts(site.Figures);
        SituationCard?[] crossed =
            [Ambulances(site, facts, views), Beds(site, facts, views), LongStays(site, facts, views)];
        return crossed.OfType<SituationCard>().OrderByDescending(card => card.Level).ThenBy(card => card.Concern)
            .Select(card => WithWhatIsMissing(card, facts)).FirstOrDefault() ?? Quiet(site, facts, views);
    }

    // Beds may be the worst that is known while nobody knows who waits outside.
    private static SituationCard WithWhatIsMissing(SituationCard card, Facts facts) =>
        facts.Known(HandoverMeasures.AmbulancesWaiting) is null
            ? card with { Behind = Join(card.Behind is { Length: > 0 } behind ? behind : null, "ambulances not known") }
            : card;

    private static SituationCard? Ambulances(SitePicture site, Facts facts, ViewContext views)
    {
        var level = Levels.Handovers(site.Figures);
        if (level is Level.Normal || facts.Known(HandoverMeasures.AmbulancesWaiting) is not { } waiting)
        {
            return null;
        }

        var (over, limit) = level is Level.Alarm
            ? (facts.Known(HandoverMeasures.AmbulancesOverMaximum), views.Thresholds.HandoverMaximum.Value)
            : (facts.Known(HandoverMeasures.AmbulancesOverSecond), views.Thresholds.HandoverSecond.Value);
        var longest = site.Handovers.Min(row => row.ArrivedAt);
        return new SituationCard(
            level,
            $"{site.Name}: {Count(waiting, "ambulance", "ambulances")}, longest",
            longest,
            Join(
                $"{Number(over)} over {Number(limit)} min",
                facts.Say(HandoverMeasures.AmbulancesEnRoute, "coming"),
                facts.Known(HandoverMeasures.HandoverLostToday) is { } lost and >= 0.05
                    ? $"{Number(lost, "0.0")} h lost today" : null),
            Room(site, views))
        {
            Concern = Concern.Ambulances,
            Amount = facts.Known(HandoverMeasures.AmbulanceLongestWait) ?? 0,
        };
    }

    private static SituationCard? Beds(SitePicture site, Facts facts, ViewContext views)
    {
        var level = Levels.Beds(site.Figures, views.Thresholds);
        if (level is Level.Normal
            || facts.Known(BedMeasures.BedsAvailable) is not { } free
            || facts.Known(BedMeasures.BedOccupancy) is not { } occupancy)
        {
            return null;
        }

        var headline = free > 0
            ? $"{site.Name}: {Count(free, "bed", "beds")} free, {Number(occupancy, "0.0")}% full"
            : $"{site.Name}: no bed free, {Number(occupancy, "0.0")}% full";
        return new SituationCard(
            level,
            headline,
            null,
            Join(
                facts.Say(EmergencyDepartmentMeasures.AwaitingBed, "wait in ED for a bed"),
                LongStayWords(facts, views)),
            Leaving(facts) ?? Room(site, views))
        {
            Concern = Concern.Beds,
            Amount = occupancy,
        };
    }

    private static SituationCard? LongStays(SitePicture site, Facts facts, ViewContext views) =>
        facts.Known(EmergencyDepartmentMeasures.EdOverLong) is { } longStays and > 0
            ? new SituationCard(
                Level.Watch,
                $"{site.Name}: {Number(longStays)} over {Number(views.Thresholds.EdLong.Value)} h in ED",
                null,
                Join(
                    facts.Say(EmergencyDepartmentMeasures.InDepartment, "in ED"),
                    facts.Say(EmergencyDepartmentMeasures.AwaitingBed, "wait for a bed")),
                Leaving(facts))
            {
                Concern = Concern.LongStays,
                Amount = longStays,
            }
            : null;

    private static SituationCard Quiet(SitePicture site, Facts facts, ViewContext views)
    {
        Measure[] needed =
        [
            HandoverMeasures.AmbulancesWaiting, EmergencyDepartmentMeasures.InDepartment, BedMeasures.BedsAvailable,
        ];
        var missing = needed.Where(measure => facts.Known(measure) is null).ToList();
        if (missing.Count == needed.Length)
        {
            return new SituationCard(
                Level.Watch, $"{site.Name}: not known", null, "No feed of this site is heard.", null)
            {
                Concern = Concern.NotKnown,
                Amount = missing.Count,
            };
        }

        return missing.Count > 0
            ? new SituationCard(
                Level.Watch,
                $"{site.Name}: known in part",
                null,
                "Not heard: " + string.Join(", ", missing.Select(measure => Lower(measure.Name))),
                null)
            {
                Concern = Concern.NotKnown,
                Amount = missing.Count,
            }
            : new SituationCard(
                Level.Normal,
                $"{site.Name}: within all thresholds",
                null,
                Join(
                    facts.Say(EmergencyDepartmentMeasures.InDepartment, "in ED"),
                    facts.Say(BedMeasures.BedsAvailable, "G&A beds free")),
                Leaving(facts) ?? Room(site, views))
            {
                Concern = Concern.None,
            };
    }

    private static string? LongStayWords(Facts facts, ViewContext views) =>
        facts.Known(EmergencyDepartmentMeasures.EdOverLong) is { } longStays and > 0
            ? $"{Number(longStays)} over {Number(views.Thresholds.EdLong.Value)} h"
            : null;

    private static string? Leaving(Facts facts) =>
        facts.Known(DischargeMeasures.DefiniteDischarges) is { } definite and > 0
            ? $"{Count(definite, "definite discharge", "definite discharges")} still to leave today"
            : null;

    private static string? Room(SitePicture site, ViewContext views)
    {
        var best = views.Picture.Sites
            .Where(other => other != site && Levels.Beds(other.Figures, views.Thresholds) is Level.Normal)
            .Select(other => (other.Name, Free: new Facts(other.Figures).Known(BedMeasures.BedsAvailable)))
            .Where(other => other.Free > 0)
            .OrderByDescending(other => other.Free)
            .FirstOrDefault();
        if (best.Name is not null)
        {
            return $"{best.Name} has {Count(best.Free!.Value, "G&A bed", "G&A beds")} free";
        }

        return new Facts(views.Picture.Figures).Known(VirtualWardMeasures.VirtualWardAvailable) is { } places and > 0
            ? $"{Count(places, "virtual-ward place", "virtual-ward places")} free"
            : null;
    }

    private static string Join(params IEnumerable<string?> parts) => string.Join(" · ", parts.OfType<string>());

    private static string Number(double? value, string format = "0.#") =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? FigureView.Dash;

    private static string Count(double value, string one, string many) =>
        $"{Number(value)} {(value is 1 ? one : many)}";

    private static string Lower(string name) =>
        name.StartsWith("G&A", StringComparison.Ordinal) || name.StartsWith("In ED", StringComparison.Ordinal)
        ? name
        : char.ToLowerInvariant(name[0]) + name[1..];

    private sealed record Facts(FigureSet Figures)
    {
        public double? Known(Measure measure) =>
            Figures.Find(measure.Id) is { Quality: not (FigureQuality.Unknown or FigureQuality.Stale) } figure
                ? figure.Value
                : null;

        public string? Say(Measure measure, string words) =>
            Known(measure) is { } value ? $"{Number(value)} {words}" : null;
    }
}
