using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Delays;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Patients with no criteria to reside, by who can unblock them and why they wait.</summary>
/// <param name="Sites">Names of the sites, for the columns.</param>
/// <param name="Owners">By who can unblock them, also who has none; nobody while nothing is known.</param>
/// <param name="Reasons">By reason.</param>
/// <param name="Note">How far the counts can be trusted; null when nothing needs saying.</param>
/// <param name="Total">All of them, in a sentence; that nothing is known while no feed tells of them.</param>
public sealed record PackDelaysView(
    IReadOnlyList<string> Sites,
    IReadOnlyList<DelayOwnerLine> Owners,
    IReadOnlyList<DelayReasonLine> Reasons,
    string? Note,
    string Total)
{
    /// <summary>Heads of the pathways' columns, with what each is.</summary>
    public static IReadOnlyList<(string Head, string Meaning)> Pathways { get; } =
    [
        .. DelayNames.Pathways.Select(one => (
            int.TryParse(one.Value, CultureInfo.InvariantCulture, out _) ? "P" + one.Value : one.Name,
            one.Meaning)),
    ];

    /// <summary>Makes the view.</summary>
    public static PackDelaysView Of(CallPack pack, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(context);
        var sites = pack.Places.Skip(1).ToList();
        return new PackDelaysView(
            [.. sites.Select(site => site.Name)],
            pack.Delays.Quality is FigureQuality.Unknown
                ? []
                : [.. pack.Delays.Owners.Select(owner => DelayOwnerLine.Of(owner, sites, pack, context))],
            [
                .. pack.Delays.Reasons.Select(reason => new DelayReasonLine(
                    reason.Reason ?? "Reason not told", reason.Patients, reason.Days, InPathways(reason.ByPathway))),
            ],
            PackText.Of(pack.Delays.Quality),
            TotalOf(pack, context.Say(pack.Since, pack.At)));
    }

    /// <summary>
    /// How a count moved; null when either side is not known or no longer current: nothing old is called better.
    /// </summary>
    internal static PackChange? ChangeOf(int now, int? then, CallPack pack) => PackChange.Of(
        new PackValue(now, pack.Delays.Quality), new PackValue(then, QualityThen(pack)), Better.Lower, "patients");

    /// <summary>
    /// How a count moved, after a comma: <c>, 9 more than Sat 28 Nov 10:00</c>; empty when the count of then is known,
    /// but there is none of now to hold against it.
    /// </summary>
    internal static string Against(PackChange? change, int? then, FigureQuality now, string since) => change switch
    {
        null when then is not null && now is FigureQuality.Stale or FigureQuality.Unknown => "",
        null => $", not known how many at {since}",
        { Arrow: "" } => $", as many as {since}",
        _ => $", {change.Words} than {since}",
    };

    // The counts of then have the quality of the system's figure, which the pack holds beside that of now.
    private static FigureQuality QualityThen(CallPack pack) => pack.Places.Take(1)
        .SelectMany(system => system.Standing)
        .FirstOrDefault(one =>
            one.Figure.EndsWith(":" + DischargeMeasures.NoCriteriaToReside.Id, StringComparison.Ordinal))
        ?.Then.Quality ?? FigureQuality.Live;

    private static string TotalOf(CallPack pack, string since)
    {
        var all = pack.Delays;
        if (all.Quality is FigureQuality.Unknown)
        {
            return "Not known how many: no feed tells of them.";
        }

        return CallsWords.Count(all.Patients, "patient", "patients") + ", " + CallsWords.Count(all.Days, "day", "days")
            + Against(ChangeOf(all.Patients, all.Then, pack), all.Then, all.Quality, since)
            + (all.Undated > 0 ? $"; for {all.Undated} no date was told, and they count no day." : ".");
    }

    /// <summary>A count for each pathway and for none that was told.</summary>
    internal static IReadOnlyList<int> InPathways(IReadOnlyList<int> counts) =>
        [.. Enumerable.Range(0, Pathways.Count).Select(index => index < counts.Count ? counts[index] : 0)];
}

/// <summary>What one organisation can unblock, with numbers to challenge.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Challenge">What to ask it, in a sentence.</param>
/// <param name="Patients">How many patients.</param>
/// <param name="Change">How that moved; null when not known, or no longer current.</param>
/// <param name="Days">Days since they were ready to leave, all together.</param>
/// <param name="Longest">The most of them for one patient; a dash when no date is known.</param>
/// <param name="OverSeven">Patients who have been ready for seven days or more.</param>
/// <param name="ByPathway">How many on each pathway.</param>
/// <param name="BySite">How many at each site.</param>
public sealed record DelayOwnerLine(
    string Name,
    string Challenge,
    int Patients,
    PackChange? Change,
    int Days,
    string Longest,
    int OverSeven,
    IReadOnlyList<int> ByPathway,
    IReadOnlyList<int> BySite)
{
    /// <summary>Makes it.</summary>
    public static DelayOwnerLine Of(
        PackDelayOwner owner, IReadOnlyList<PackPlace> sites, CallPack pack, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(context);
        var change = PackDelaysView.ChangeOf(owner.Patients, owner.Then, pack);
        return new DelayOwnerLine(
            owner.Name,
            ChallengeOf(owner, change, pack.Delays.Quality, context.Say(pack.Since, pack.At)),
            owner.Patients,
            change,
            owner.Days,
            owner.LongestDays?.ToString(CultureInfo.InvariantCulture) ?? FigureView.Dash,
            owner.OverSeven,
            PackDelaysView.InPathways(owner.ByPathway),
            [.. sites.Select(site => owner.BySite.GetValueOrDefault(site.Code))]);
    }

    // "42 patients, 118 days, 9 more than Sat 28 Nov 10:00; longest 31 days. Commonest reason: ... (14)."
    private static string ChallengeOf(
        PackDelayOwner owner, PackChange? change, FigureQuality quality, string since) =>
        CallsWords.Count(owner.Patients, "patient", "patients") + ", " + CallsWords.Count(owner.Days, "day", "days")
        + PackDelaysView.Against(change, owner.Then, quality, since)
        + (owner.LongestDays is { } longest ? $"; longest {CallsWords.Count(longest, "day", "days")}" : null)
        + (owner.TopReason is { } reason ? $". Commonest reason: {reason} ({owner.TopReasonPatients})." : ".");
}

/// <summary>How many patients one reason holds up.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Patients">How many.</param>
/// <param name="Days">Days since they were ready to leave, all together.</param>
/// <param name="ByPathway">How many on each pathway.</param>
public sealed record DelayReasonLine(string Reason, int Patients, int Days, IReadOnlyList<int> ByPathway);
