using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Discharges;

/// <summary>Where in the way out of hospital a delay lies.</summary>
/// <param name="Slug">Short form, part of the measure <c>discharge.group-slug</c>.</param>
/// <param name="Name">Name of the national collection.</param>
public sealed record DelayGroup(string Slug, string Name);

/// <summary>One reason why a patient with no criteria to reside is still in hospital.</summary>
/// <param name="Slug">Short form, part of the measure <c>discharge.reason-slug</c>; what a feed may send.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Group">Its group.</param>
/// <param name="UnblockedBy">Kind of organisation that can unblock it: our reading, not the collection's.</param>
/// <param name="SentAs">The reason as the published collection words it, which is how feeds send it.</param>
/// <param name="Pathways">The pathways it belongs to; empty where the collection names none.</param>
public sealed record DelayReason(
    string Slug,
    string Name,
    DelayGroup Group,
    PartnerType UnblockedBy,
    string SentAs,
    IReadOnlyList<DischargePathway> Pathways);
