using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>Places, patients and referrals of virtual wards.</summary>
internal static class VirtualWardFigures
{
    public static IReadOnlyList<VirtualWardPicture> Wards(
        IReadOnlyCollection<Story<VirtualWardStanding>> stays,
        DeclarationBoard declarations,
        Moment moment,
        Trust trust) =>
        [.. moment.Network.VirtualWards.Select(ward => Ward(ward, stays, declarations, moment, trust))];

    /// <summary>The system's figures: the sums over its virtual wards.</summary>
    public static void AddSystem(FigureList figures, IReadOnlyList<VirtualWardPicture> wards, Trust trust)
    {
        foreach (var measure in (Measure[])
            [
                Measures.VirtualWardOccupied, Measures.VirtualWardReferrals, Measures.VirtualWardCapacity,
                Measures.VirtualWardAvailable,
            ])
        {
            var parts = wards.Select(ward => ward.Figures[measure]).ToList();
            var value = parts.TrueForAll(f => f.Value is not null) ? parts.Sum(f => f.Value) : null;
            var combined = Trust.Combine(parts.Select(f => new Trust(f.Quality, f.Source, f.AsOf)));
            figures.Add(measure, value, wards.Count == 0 ? trust : combined);
        }
    }

    /// <summary>A site's figures: patients and referrals that came from it.</summary>
    public static void AddSite(
        FigureList figures, string site, IReadOnlyCollection<Story<VirtualWardStanding>> stays, Trust trust)
    {
        var own = stays.Where(s => string.Equals(s.Standing.Site, site, StringComparison.Ordinal)).ToList();
        figures.Add(Measures.VirtualWardOccupied, Count(own, VirtualWardPhase.OnWard), trust);
        figures.Add(Measures.VirtualWardReferrals, Count(own, VirtualWardPhase.Referred), trust);
    }

    private static VirtualWardPicture Ward(
        VirtualWard ward,
        IReadOnlyCollection<Story<VirtualWardStanding>> stays,
        DeclarationBoard declarations,
        Moment moment,
        Trust trust)
    {
        var own = stays.Where(s => string.Equals(s.Standing.VirtualWard, ward.Code, StringComparison.Ordinal)).ToList();
        var declared = declarations.FindAnywhere("virtual-ward/" + ward.Code);
        var detail = declared?.Detail as VirtualWardCapacityDeclared;
        var capacity = detail?.Capacity ?? ward.Capacity;
        var capacityTrust = new Trust(
            detail?.ExpiresAt < moment.At ? FigureQuality.Stale : FigureQuality.Declared,
            detail?.DeclaredBy ?? declared?.Source ?? "network file",
            declared?.OccurredAt);
        var occupied = Count(own, VirtualWardPhase.OnWard);
        var figures = new FigureList(ward.Code);
        figures.Add(Measures.VirtualWardCapacity, capacity, capacityTrust);
        figures.Add(Measures.VirtualWardOccupied, occupied, trust);
        figures.Add(Measures.VirtualWardAvailable, capacity - occupied, trust);
        figures.Add(Measures.VirtualWardReferrals, Count(own, VirtualWardPhase.Referred), trust);
        return new VirtualWardPicture(ward.Code, ward.Name, figures.ToSet());
    }

    private static int Count(List<Story<VirtualWardStanding>> stays, VirtualWardPhase phase) =>
        stays.Count(stay => stay.Standing.Phase == phase);
}
