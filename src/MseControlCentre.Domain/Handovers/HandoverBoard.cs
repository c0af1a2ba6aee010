using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>The rows of a site's handover board.</summary>
internal static class HandoverBoard
{
    public static IReadOnlyList<HandoverRow> Rows(SiteView site) =>
    [
        .. site.Conveyances
            .Where(c => c.Standing.Phase is ConveyancePhase.Waiting or ConveyancePhase.EnRoute)
            .OrderBy(c => c.Standing.Phase == ConveyancePhase.Waiting ? 0 : 1)
            .ThenBy(c => c.Standing.ArrivedAt ?? c.Standing.ExpectedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(Row),
    ];

    private static HandoverRow Row(Story<ConveyanceStanding> conveyance) => new(
        // The last characters of the pseudonym: enough to tell rows apart on one board.
        conveyance.Id[^Math.Min(6, conveyance.Id.Length)..],
        (int?)conveyance.Standing.Category,
        conveyance.Standing.Phase == ConveyancePhase.Waiting ? conveyance.Standing.ArrivedAt : null,
        conveyance.Standing.Phase == ConveyancePhase.EnRoute ? conveyance.Standing.ExpectedAt : null,
        conveyance.Standing.Phase == ConveyancePhase.Waiting ? conveyance.Standing.CohortArea : null);
}
