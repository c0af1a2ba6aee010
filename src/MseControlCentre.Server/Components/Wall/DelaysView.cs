using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Patients with no criteria to reside, by who can unblock them.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Owners">Who can unblock how many, most first; those for whom there is no room come last as one.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record DelaysView(FigureView Total, IReadOnlyList<ShareView> Owners, TrustNote? Trust)
{
    /// <summary>Rows for which there is room.</summary>
    public const int MostRows = 6;

    /// <summary>Makes the panel.</summary>
    public static DelaysView Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var figures = views.Picture.Figures;
        var total = figures.Find(DischargeMeasures.NoCriteriaToReside.Id);
        var rows = Folded(
            [.. views.Picture.DelayOwners.Select(owner => (ShortNames.OfOwner(owner, views.Network), owner.Patients))]);
        var most = Math.Max(1, rows.Select(row => row.Patients).DefaultIfEmpty().Max());
        return new DelaysView(
            FigureView.Of(total, "", Level.Normal),
            [.. rows.Select(row => Row(row.Name, row.Patients, most, total))],
            views.Trust(figures, DischargeMeasures.NoCriteriaToReside));
    }

    private static List<(string Name, int Patients)> Folded(List<(string Name, int Patients)> owners)
    {
        if (owners.Count <= MostRows)
        {
            return owners;
        }

        var others = owners.Skip(MostRows - 1).ToList();
        var name = string.Create(CultureInfo.InvariantCulture, $"{others.Count} others");
        return [.. owners.Take(MostRows - 1), (name, others.Sum(owner => owner.Patients))];
    }

    private static ShareView Row(string name, int patients, int most, Figure? total) => new(
        name,
        (double)patients / most,
        new FigureView(
            "",
            "",
            patients.ToString(CultureInfo.InvariantCulture),
            null,
            total?.Quality ?? FigureQuality.Unknown,
            Level.Normal));
}
