using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

/// <summary>Counts the beds and patients of each ward of a site.</summary>
internal static class WardCount
{
    /// <summary>
    /// How a declared reason begins that closes beds for infection, such as <c>infection: norovirus</c>.
    /// </summary>
    internal const string Infection = "infection";

    public static IReadOnlyList<WardBeds> Of(
        Site site, IReadOnlyCollection<Encounter> inpatients, DeclarationBoard declarations, Moment moment)
    {
        var present = new Dictionary<string, (int Occupied, int Reserved)>(StringComparer.Ordinal);
        foreach (var standing in inpatients.Select(e => e.Standing))
        {
            if (standing.Place?.Ward is { } ward)
            {
                var (occupied, reserved) = present.GetValueOrDefault(ward);
                present[ward] = standing.OnLeaveSince is null ? (occupied + 1, reserved) : (occupied, reserved + 1);
            }
        }

        return [.. site.Wards.Select(ward => Count(site, ward, present, declarations, moment))];
    }

    private static WardBeds Count(
        Site site,
        Ward ward,
        Dictionary<string, (int Occupied, int Reserved)> present,
        DeclarationBoard declarations,
        Moment moment)
    {
        var declared = declarations.Find(site.Code, "ward/" + ward.Code);
        var capacity = declared?.Detail as WardCapacityDeclared;

        // A declaration counts beds; a bed's status reported after it is news about single beds.
        var (closedSince, infectionSince) = ClosedSince(
            declarations.BedsReportedAfter(site.Code, ward.Code, declared?.OccurredAt ?? DateTimeOffset.MinValue));
        var escalation = capacity?.EscalationOpen ?? 0;
        var open = Math.Max(0, (capacity?.CoreOpen ?? ward.CoreBeds) + escalation - closedSince);
        var closed = capacity?.Closed ?? 0;
        var (occupied, reserved) = present.GetValueOrDefault(ward.Code);
        return new WardBeds(
            ward,
            open,
            Math.Min(escalation, open),
            closed + closedSince,
            (IsInfection(capacity?.ClosedReason) ? closed : 0) + infectionSince,
            closed > 0 ? capacity?.ClosedReason : null,
            occupied,
            reserved,
            TrustIn(declared, capacity, moment));
    }

    private static (int Closed, int ForInfection) ClosedSince(IEnumerable<BedStatusChanged> beds)
    {
        var (closed, infection) = (0, 0);
        foreach (var bed in beds)
        {
            closed += bed.Status != BedStatus.Open ? 1 : 0;
            infection += bed.Status == BedStatus.ClosedForInfection ? 1 : 0;
        }

        return (closed, infection);
    }

    /// <summary>A declared reason is free text; one that begins with <see cref="Infection"/> says infection.</summary>
    private static bool IsInfection(string? reason) =>
        reason?.TrimStart().StartsWith(Infection, StringComparison.OrdinalIgnoreCase) == true;

    private static Trust TrustIn(FlowEvent? declared, WardCapacityDeclared? capacity, Moment moment)
    {
        if (declared is null || capacity is null)
        {
            return new Trust(FigureQuality.Declared, "network file", null);
        }

        var expired = capacity.ExpiresAt < moment.At;
        return new Trust(
            expired ? FigureQuality.Stale : FigureQuality.Declared,
            capacity.DeclaredBy ?? declared.Source,
            declared.OccurredAt);
    }
}
