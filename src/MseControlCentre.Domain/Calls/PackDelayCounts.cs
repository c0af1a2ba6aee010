using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// Counts delayed discharges by owner and by reason. Whose they are stays behind: a pack holds counts alone.
/// </summary>
internal static class PackDelayCounts
{
    private const int Overdue = 7;
    private const int Pathways = 4;

    // Those who can be asked on a call what holds their patients up, even when that is nobody.
    private static readonly PartnerType[] s_challenged =
    [
        PartnerType.Council,
        PartnerType.ContinuingHealthcare,
        PartnerType.CareTransferHub,
        PartnerType.CommunityProvider,
    ];

    public static PackDelays Of(PackFacts facts, Picture? then)
    {
        var delays = facts.Delays;
        var figure = facts.Picture.Figures[DischargeMeasures.NoCriteriaToReside];
        var earlier = then?.Figures[DischargeMeasures.NoCriteriaToReside];
        return new PackDelays(
            figure.Quality is FigureQuality.Unknown ? [] : Owners(facts, earlier?.Value is null ? null : then),
            [
                .. delays.GroupBy(delay => delay.Reason?.Name, StringComparer.Ordinal)
                    .Select(group => new PackDelayReason(group.Key, group.Count(), Days(group), ByPathway(group)))
                    .OrderByDescending(reason => reason.Patients)
                    .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ],
            figure.Quality,
            delays.Count,
            (int?)earlier?.Value,
            Days(delays),
            delays.Count(delay => delay.DaysSinceReady is null));
    }

    private static List<PackDelayOwner> Owners(PackFacts facts, Picture? then)
    {
        var now = facts.Delays.ToLookup(
            delay => delay.Owner ?? DischargeTables.UnknownOwner, StringComparer.Ordinal);
        var before = then?.DelayOwners
            .ToDictionary(owner => owner.Code, owner => owner.Patients, StringComparer.Ordinal);
        return
        [
            .. facts.Network.Partners
                .Where(partner => s_challenged.Contains(partner.Type)
                    || now.Contains(partner.Code)
                    || before?.ContainsKey(partner.Code) == true)
                .Select(partner => (partner.Code, partner.Name))
                .Append((DischargeTables.UnknownOwner, "Nobody named"))
                .Where(owner => owner.Item1 is not DischargeTables.UnknownOwner || now.Contains(owner.Item1)
                    || before?.ContainsKey(owner.Item1) == true)
                .Select(owner => Owner(
                    owner.Item1, owner.Item2, [.. now[owner.Item1]], before?.GetValueOrDefault(owner.Item1)))
                .OrderByDescending(owner => owner.Patients)
                .ThenByDescending(owner => owner.Days)
                .ThenBy(owner => owner.Code, StringComparer.Ordinal),
        ];
    }

    private static PackDelayOwner Owner(string code, string name, IReadOnlyList<DelayedDischarge> delays, int? then)
    {
        var top = delays
            .Where(delay => delay.Reason is not null)
            .GroupBy(delay => delay.Reason!.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return new PackDelayOwner(
            code,
            name,
            delays.Count,
            then,
            Days(delays),
            delays.Max(delay => delay.DaysSinceReady),
            delays.Count(delay => delay.DaysSinceReady >= Overdue),
            ByPathway(delays),
            new SortedDictionary<string, int>(
                delays.CountBy(delay => delay.Site, StringComparer.Ordinal)
                    .ToDictionary(site => site.Key, site => site.Value, StringComparer.Ordinal),
                StringComparer.Ordinal),
            top?.Key,
            top?.Count() ?? 0);
    }

    private static int Days(IEnumerable<DelayedDischarge> delays) => delays.Sum(delay => delay.DaysSinceReady ?? 0);

    private static int[] ByPathway(IEnumerable<DelayedDischarge> delays)
    {
        var counts = new int[Pathways + 1];
        foreach (var delay in delays)
        {
            counts[delay.Pathway switch
            {
                DischargePathway.P0 => 0,
                DischargePathway.P1 => 1,
                DischargePathway.P2 => 2,
                DischargePathway.P3 => 3,
                _ => Pathways,
            }]++;
        }

        return counts;
    }
}
