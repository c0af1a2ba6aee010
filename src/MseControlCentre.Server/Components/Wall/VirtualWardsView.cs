using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>The virtual wards.</summary>
/// <param name="Occupied">Patients on all of them.</param>
/// <param name="Capacity">Places on all of them.</param>
/// <param name="Wards">Each of them.</param>
/// <param name="More">Virtual wards for which there is no room.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record VirtualWardsView(
    FigureView Occupied, FigureView Capacity, IReadOnlyList<ShareView> Wards, int More, TrustNote? Trust)
{
    /// <summary>Rows for which there is room.</summary>
    public const int MostRows = 4;

    /// <summary>Makes the panel.</summary>
    public static VirtualWardsView Of(ViewContext views)
    {
        var figures = views.Picture.Figures;
        var wards = views.Picture.VirtualWards;
        return new VirtualWardsView(
            FigureView.Of(figures.Find(VirtualWardMeasures.VirtualWardOccupied.Id), "", Level.Normal),
            FigureView.Of(figures.Find(VirtualWardMeasures.VirtualWardCapacity.Id), "", Level.Normal),
            [.. wards.Take(MostRows).Select(Row)],
            Math.Max(0, wards.Count - MostRows),
            views.Trust(figures, VirtualWardMeasures.VirtualWardOccupied));
    }

    private static ShareView Row(VirtualWardPicture ward)
    {
        var occupied = ward.Figures.Find(VirtualWardMeasures.VirtualWardOccupied.Id)?.Value;
        var capacity = ward.Figures.Find(VirtualWardMeasures.VirtualWardCapacity.Id)?.Value;
        return new ShareView(
            ShortNames.OfVirtualWard(ward.Name),
            occupied is { } patients && capacity > 0 ? patients / capacity : null,
            FigureView.Of(
                ward.Figures.Find(VirtualWardMeasures.VirtualWardAvailable.Id),
                "free",
                ward.Figures.Find(VirtualWardMeasures.VirtualWardAvailable.Id)?.Value <= 0
                    ? Level.Watch
                    : Level.Normal));
    }
}

/// <summary>A named share with its figure.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Share">From 0 to 1, or more when it is overfull; null when unknown.</param>
/// <param name="Figure">The figure beside the bar.</param>
public sealed record ShareView(string Name, double? Share, FigureView Figure);
