using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>How many wait for one owner, or for one reason.</summary>
/// <param name="Name">The owner or reason.</param>
/// <param name="Patients">How many.</param>
/// <param name="Longest">Days since ready of the longest of them; a dash when not told.</param>
public sealed record DelayCount(string Name, int Patients, string Longest);

/// <summary>One delayed patient, in words.</summary>
/// <param name="Reference">Tells rows apart.</param>
/// <param name="Days">Days since ready; a dash when not told.</param>
/// <param name="Stay">Days in hospital.</param>
/// <param name="Ward">The ward.</param>
/// <param name="Pathway">Pathway, such as <c>P1</c>; a dash when not told.</param>
/// <param name="Reason">What they wait for.</param>
/// <param name="Owner">Who can unblock it.</param>
public sealed record SiteDelayRow(
    string Reference, string Days, string Stay, string Ward, string Pathway, string Reason, string Owner);

/// <summary>Delayed patients of a span of days: they travel to the browser together.</summary>
/// <param name="Name">Name of the part, unique on the board.</param>
/// <param name="Rows">Its patients, longest delay first.</param>
public sealed record DelayPart(string Name, IReadOnlyList<SiteDelayRow> Rows);

/// <summary>The discharge list.</summary>
/// <param name="Total">Patients with no criteria to reside; null when that is not known.</param>
/// <param name="Owners">By who can unblock them, most first.</param>
/// <param name="Reasons">By what they wait for, most first.</param>
/// <param name="Parts">The patients, longest delay first.</param>
/// <param name="More">How many more there are than are listed.</param>
/// <param name="Note">How far it can be trusted.</param>
public sealed record SiteDelays(
    int? Total,
    IReadOnlyList<DelayCount> Owners,
    IReadOnlyList<DelayCount> Reasons,
    IReadOnlyList<DelayPart> Parts,
    int More,
    PartNote Note)
{
    /// <summary>Patients listed at most; the page of delayed discharges has all.</summary>
    public const int MostListed = 40;

    // Only where the list is cut for its journey to the browser; no limit that anybody is held against.
    private static readonly int[] s_cuts = [21, 14, 10, 7, 5, 3, 2, 1, 0];

    /// <summary>Makes the list.</summary>
    public static SiteDelays Of(SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var delays = context.Patients.Delayed;
        var words = new DelayWords(context);
        var note = new PartNote(context.Trust(DischargeMeasures.NoCriteriaToReside), "patients");
        var listed = delays.Take(MostListed).ToLookup(delay => CutOf(delay));
        return new SiteDelays(
            note.CountOf(delays.Count),
            Counted(delays, words.OwnerOf),
            Counted(delays, DelayWords.ReasonOf),
            [
                .. s_cuts.Cast<int?>().Append(null).Select(cut => new DelayPart(
                    cut is { } days ? FormattableString.Invariant($"delays-{days}") : "delays-unknown",
                    [.. listed[cut].Select(words.RowOf)])),
            ],
            Math.Max(0, delays.Count - MostListed),
            note);
    }

    private static int? CutOf(DelayedDischarge delay) =>
        delay.DaysSinceReady is { } days ? s_cuts.First(cut => days >= cut) : null;

    private static IReadOnlyList<DelayCount> Counted(
        IReadOnlyList<DelayedDischarge> delays, Func<DelayedDischarge, string> by) =>
    [
        .. delays.GroupBy(by, StringComparer.Ordinal)
            .Select(group => new DelayCount(
                group.Key, group.Count(), DelayWords.Number(group.Max(delay => delay.DaysSinceReady))))
            .OrderByDescending(count => count.Patients)
            .ThenBy(count => count.Name, StringComparer.Ordinal),
    ];
}
