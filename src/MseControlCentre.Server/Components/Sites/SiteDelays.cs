using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>How many wait for one owner, or for one reason.</summary>
/// <param name="Name">The owner or reason.</param>
/// <param name="Patients">How many.</param>
/// <param name="Longest">Days since ready of the longest of them; a dash when not told.</param>
public sealed record DelayCount(string Name, int Patients, string Longest);

/// <summary>One delayed patient, in words.</summary>
/// <param name="Reference">Tells rows apart.</param>
/// <param name="Days">Days since ready; a dash when not told.</param>
/// <param name="Ward">The ward.</param>
/// <param name="Pathway">Pathway, such as <c>P1</c>; a dash when not told.</param>
/// <param name="Reason">What they wait for.</param>
/// <param name="Owner">Who can unblock it.</param>
public sealed record SiteDelayRow(
    string Reference, string Days, string Ward, string Pathway, string Reason, string Owner);

/// <summary>Delayed patients of a span of days: they travel to the browser together.</summary>
/// <param name="Name">Name of the part, unique on the board.</param>
/// <param name="Rows">Its patients, longest delay first.</param>
public sealed record DelayPart(string Name, IReadOnlyList<SiteDelayRow> Rows);

/// <summary>The discharge list.</summary>
/// <param name="Total">Patients with no criteria to reside.</param>
/// <param name="Owners">By who can unblock them, most first.</param>
/// <param name="Reasons">By what they wait for, most first.</param>
/// <param name="Parts">The patients, longest delay first.</param>
/// <param name="More">How many more there are than are listed.</param>
/// <param name="Note">How far it can be trusted.</param>
public sealed record SiteDelays(
    int Total,
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
        var listed = delays.Take(MostListed).ToLookup(delay => CutOf(delay));
        return new SiteDelays(
            delays.Count,
            Counted(delays, words.OwnerOf),
            Counted(delays, DelayWords.ReasonOf),
            [
                .. s_cuts.Cast<int?>().Append(null).Select(cut => new DelayPart(
                    cut is { } days ? FormattableString.Invariant($"delays-{days}") : "delays-unknown",
                    [.. listed[cut].Select(words.RowOf)])),
            ],
            Math.Max(0, delays.Count - MostListed),
            new PartNote(context.Trust(DischargeMeasures.NoCriteriaToReside), "patients"));
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

/// <summary>Says of a delayed patient what the agencies ask.</summary>
/// <param name="context">What the board is made from.</param>
public sealed class DelayWords(SiteContext context)
{
    private readonly Dictionary<string, string> _wards =
        context.Map.Wards.ToDictionary(ward => ward.Code, ward => ward.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _partners = context.Network.Partners.ToDictionary(
        partner => partner.Code,
        partner => ShortNames.OfOwner(new DelayOwner(partner.Code, partner.Name, 0), context.Network),
        StringComparer.Ordinal);

    /// <summary>The row of a patient.</summary>
    public SiteDelayRow RowOf(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return new SiteDelayRow(
            SiteContext.Reference(delay.Encounter),
            Number(delay.DaysSinceReady),
            delay.Ward is { } ward ? _wards.GetValueOrDefault(ward, ward) : "Ward not known",
            delay.Pathway is { } pathway ? pathway.ToString() : FigureView.Dash,
            ReasonOf(delay),
            OwnerOf(delay));
    }

    /// <summary>Who can unblock it.</summary>
    public string OwnerOf(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return delay.Owner is { } owner ? _partners.GetValueOrDefault(owner, owner) : ShortNames.NobodyNamed;
    }

    /// <summary>What the patient waits for. A text that is none of the national list is not shown.</summary>
    public static string ReasonOf(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return delay.Reason?.Name ?? (delay.IsReasonTold ? "Reason not on the national list" : "No reason told");
    }

    /// <summary>A number of days; a dash when not known.</summary>
    public static string Number(int? days) =>
        days?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? FigureView.Dash;
}
