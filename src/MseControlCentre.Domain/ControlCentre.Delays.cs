using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    /// <summary>
    /// The list of a multi-agency discharge event: the patients with no criteria to reside, longest delay first. Those
    /// without a discharge-ready date come last, longest stay first. Bounded by who is in hospital.
    /// </summary>
    /// <param name="at">The instant.</param>
    /// <param name="filter">Whom to list.</param>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public IReadOnlyList<DelayedDischarge> DelayedDischargesAt(DateTimeOffset at, DelayedDischargeFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var scopes = new Scopes(SourcesAt(new Moment(at, InForce().Network)), ViewSite);
        return DelaysIn(scopes.System, filter);
    }

    private static IReadOnlyList<DelayedDischarge> DelaysIn(ScopeView view, DelayedDischargeFilter filter) =>
    [
        .. view.Of(DischargePopulations.Delayed)
            .Where(filter.Takes)
            .Select(Listed)
            .OrderByDescending(delay => delay.DaysSinceReady ?? -1)
            .ThenBy(delay => delay.ReadyAt)
            .ThenByDescending(delay => delay.StayDays)
            .ThenBy(delay => delay.Encounter, StringComparer.Ordinal),
    ];

    private static DelayedDischarge Listed(Delay delay)
    {
        var standing = delay.Encounter.Standing;
        return new DelayedDischarge(
            delay.Encounter.Id,
            standing.Site,
            standing.Place?.Ward,
            standing.Pathway,
            delay.Reason,
            standing.DelayReason is not null,
            delay.Owner,
            delay.DaysSinceReady is null ? null : standing.DischargeReadyAt,
            delay.DaysSinceReady,
            delay.StayDays)
        {
            Bed = standing.Place is { Ward: not null } place ? place.Bed : null,
        };
    }
}
