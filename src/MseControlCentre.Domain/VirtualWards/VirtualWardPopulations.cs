using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>The virtual-ward patients that figures count.</summary>
internal static class VirtualWardPopulations
{
    /// <summary>Every stay and referral that is kept.</summary>
    public static readonly Population<Story<VirtualWardStanding>> Stays = new(
        FeedSubject.VirtualWards,
        view => view.Stays,
        (stay, _) => Evidence.Of(
            EvidenceKind.VirtualWardStay,
            stay.Id,
            stay.History,
            stay.Standing.AdmittedAt ?? stay.Standing.ReferredAt,
            stay.Standing.EndedAt,
            stay.Standing.VirtualWard));

    /// <summary>Patients whom a virtual ward looks after.</summary>
    public static readonly Population<Story<VirtualWardStanding>> OnWard =
        Stays.Where((stay, _) => stay.Standing.Phase == VirtualWardPhase.OnWard);

    /// <summary>Referrals that were neither taken on nor declined.</summary>
    public static readonly Population<Story<VirtualWardStanding>> Referred =
        Stays.Where((stay, _) => stay.Standing.Phase == VirtualWardPhase.Referred);
}
