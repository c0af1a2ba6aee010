using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Discharges;

/// <summary>A patient in hospital with no criteria to reside.</summary>
/// <param name="Encounter">The stay.</param>
/// <param name="Reason">Why; null when no reason was told or the text is none of the list.</param>
/// <param name="Owner">Partner that can unblock it; null when unknown.</param>
/// <param name="DaysSinceReady">
/// Local midnights since the discharge-ready date; null when it was not told or lies ahead.
/// </param>
/// <param name="StayDays">Local midnights since admission: the length of stay as the sitreps count it.</param>
internal sealed record Delay(
    Encounter Encounter, DelayReason? Reason, string? Owner, int? DaysSinceReady, int StayDays);

/// <summary>Tells who is delayed in a network, since when and who can unblock it.</summary>
internal sealed class DelayReading
{
    private readonly Moment _moment;
    private readonly HashSet<string> _partners = new(StringComparer.Ordinal);
    private readonly Dictionary<PartnerType, string> _only = [];
    private readonly DateTime _today;

    public DelayReading(Moment moment)
    {
        _moment = moment;
        _today = moment.Local(moment.At).Date;
        foreach (var kind in moment.Network.Partners.GroupBy(partner => partner.Type))
        {
            _partners.UnionWith(kind.Select(partner => partner.Code));
            if (kind.Count() == 1)
            {
                _only.Add(kind.Key, kind.First().Code);
            }
        }
    }

    /// <summary>The delayed among the patients of a site.</summary>
    public IEnumerable<Delay> Among(SiteView site)
    {
        foreach (var encounter in site.Inpatients)
        {
            if (encounter.Standing.MeetsCriteriaToReside == false)
            {
                yield return Read(encounter);
            }
        }
    }

    private Delay Read(Encounter encounter)
    {
        var standing = encounter.Standing;
        var reason = DelayReasons.Find(standing.DelayReason);
        var ready = standing.DischargeReadyAt is { } at && at <= _moment.At ? at : (DateTimeOffset?)null;
        return new Delay(
            encounter,
            reason,
            OwnerOf(standing, reason),
            MidnightsSince(ready),
            MidnightsSince(standing.AdmittedAt) ?? 0);
    }

    /// <summary>
    /// Who the feed says; where it names nobody, the only partner of the reason's kind. A name that is no partner's is
    /// nobody that a figure could be counted for.
    /// </summary>
    private string? OwnerOf(EncounterStanding standing, DelayReason? reason) => standing.DelayOwner is { } named
        ? _partners.Contains(named) ? named : null
        : reason is null ? null : _only.GetValueOrDefault(reason.UnblockedBy);

    // Whole dates, so that a day of a clock change is a day.
    private int? MidnightsSince(DateTimeOffset? instant) =>
        instant is { } from ? Math.Max(0, (_today - _moment.Local(from).Date).Days) : null;
}
