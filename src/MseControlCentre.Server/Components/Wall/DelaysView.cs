using System.Globalization;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Patients with no criteria to reside, by who can unblock them.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Owners">Who can unblock how many, most first.</param>
/// <param name="More">Owners for which there is no room.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record DelaysView(FigureView Total, IReadOnlyList<ShareView> Owners, int More, TrustNote? Trust)
{
    /// <summary>Rows for which there is room.</summary>
    public const int MostRows = 8;

    /// <summary>Makes the panel.</summary>
    public static DelaysView Of(ViewContext views)
    {
        var figures = views.Picture.Figures;
        var total = figures.Find(Measures.NoCriteriaToReside.Id);
        var owners = views.Picture.DelayOwners;
        var most = owners.Count == 0 ? 1 : Math.Max(1, owners.Max(owner => owner.Patients));
        return new DelaysView(
            FigureView.Of(total, "", Level.Normal),
            [.. owners.Take(MostRows).Select(owner => Row(owner, most, total))],
            Math.Max(0, owners.Count - MostRows),
            views.Trust(figures, Measures.NoCriteriaToReside));
    }

    private static ShareView Row(DelayOwner owner, int most, Figure? total) => new(
        owner.Name,
        (double)owner.Patients / most,
        new FigureView(
            "",
            "",
            owner.Patients.ToString(CultureInfo.InvariantCulture),
            null,
            total?.Quality ?? FigureQuality.Unknown,
            Level.Normal));
}
