using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Discharges;

/// <summary>Patients with no criteria to reside: what is measured of them and by whose definition.</summary>
public static class DelayMeasures
{
    private const string Sitrep = "Acute discharge situation report technical specification, 27 May 2024";
    private const string Guidance =
        "Hospital discharge and community support guidance, updated 26 January 2024, annex B";
    private const string Reasons = Sitrep + ": 37 reasons in 5 groups, list of " + DelayReasons.Version;

    private const string Owners =
        "The discharge feed; where it names nobody, the only partner of the network file of the kind that can unblock "
        + "the reason (our reading of the list)";

    private const string Dates =
        "Discharge-ready dates of the feeds, in whole local days. The collection's own rule for them was not found";

    /// <summary>Delayed patients whose pathway was not told.</summary>
    public static readonly Measure PathwayUnknown = new(
        "discharge.pathway-unknown", "Pathway not told", "patients",
        "Patients with no criteria to reside whose newest assessment names no pathway.", Guidance, "", Better.Lower);

    /// <summary>Delayed patients whose reason is not known.</summary>
    public static readonly Measure ReasonUnknown = new(
        "discharge.reason-unknown", "Reason not known", "patients",
        "Patients with no criteria to reside for whom no reason was told, or a text that is none of the list.",
        Reasons, "", Better.Lower);

    /// <summary>Delayed patients for whom nobody is known who can unblock the delay.</summary>
    public static readonly Measure OwnerUnknown = new(
        "discharge.owner-unknown", "Nobody named", "patients",
        "Patients with no criteria to reside for whom no partner of the network is known who can unblock the delay.",
        Owners, "", Better.Lower);

    /// <summary>Mean days since discharge-ready.</summary>
    public static readonly Measure DaysSinceReadyMean = new(
        "discharge.days-since-ready-mean", "Mean days since ready", "days",
        "Mean over patients with no criteria to reside of the local midnights since their discharge-ready date; those "
        + "for whom none was told are left out.",
        Dates, "since the discharge-ready date", Better.Lower);

    /// <summary>Bed days lost.</summary>
    public static readonly Measure BedDaysLost = new(
        "discharge.bed-days-lost", "Additional bed days lost", "bed days",
        "Local midnights spent in hospital since their discharge-ready date by the patients who have no criteria to "
        + "reside now. Unknown when none of them has such a date.",
        Dates, "since the discharge-ready date", Better.Lower);

    /// <summary>Delayed patients by pathway 0 to 3.</summary>
    public static readonly IReadOnlyDictionary<DischargePathway, Measure> Pathways =
        Enum.GetValues<DischargePathway>().ToDictionary(pathway => pathway, OfPathway);

    /// <summary>Delayed patients by group of reasons.</summary>
    public static readonly IReadOnlyDictionary<DelayGroup, Measure> Groups = DelayReasons.Groups.ToDictionary(
        group => group,
        group => new Measure(
            "discharge.group-" + group.Slug, group.Name, "patients",
            "Patients with no criteria to reside whose reason is of this group.", Reasons, "", Better.Lower));

    /// <summary>Delayed patients by reason.</summary>
    public static readonly IReadOnlyDictionary<DelayReason, Measure> OfReasons = DelayReasons.All.ToDictionary(
        reason => reason,
        reason => new Measure(
            "discharge.reason-" + reason.Slug, reason.Name, "patients",
            "Patients with no criteria to reside whose newest assessment gives this reason: " + reason.SentAs + ".",
            Reasons, "", Better.Lower));

    /// <summary>Delayed patients by length of stay: at least 7, 14 and 21 days.</summary>
    public static readonly IReadOnlyDictionary<int, Measure> LongStays = ((int[])[7, 14, 21]).ToDictionary(
        days => days,
        days => new Measure(
            string.Create(CultureInfo.InvariantCulture, $"discharge.delayed-stay-{days}"),
            string.Create(CultureInfo.InvariantCulture, $"Delayed, {days} days or more"),
            "patients",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Patients with no criteria to reside who were admitted {days} or more local midnights ago."),
            Sitrep,
            "since admission",
            Better.Lower));

    /// <summary>Delayed patients whom one partner of a network can unblock.</summary>
    public static Measure OfOwner(Partner partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return new Measure(
            "discharge.owner-" + partner.Code, partner.Name, "patients",
            "Patients with no criteria to reside whose delay this organisation can unblock.", Owners, "", Better.Lower);
    }

    private static Measure OfPathway(DischargePathway pathway) => new(
        string.Create(CultureInfo.InvariantCulture, $"discharge.pathway-{(int)pathway}"),
        string.Create(CultureInfo.InvariantCulture, $"Pathway {(int)pathway}"),
        "patients",
        "Patients with no criteria to reside whose newest assessment names this pathway.",
        Guidance,
        "",
        Better.Lower);
}
