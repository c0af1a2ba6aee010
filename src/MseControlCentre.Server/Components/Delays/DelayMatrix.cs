using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>
/// Who waits for whom: patients with no criteria to reside by who can unblock them and by pathway. Counted from the
/// list on the same page, so that each cell is the number of patients that its link leads to, and the totals add up.
/// </summary>
/// <param name="Pathways">The columns.</param>
/// <param name="Owners">The rows, most patients first; those for whom nobody is named come last.</param>
/// <param name="Totals">How many are of each pathway.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Idle">Names of those who keep nobody waiting.</param>
public sealed record DelayMatrix(
    IReadOnlyList<DelayColumn> Pathways,
    IReadOnlyList<DelayMatrixRow> Owners,
    IReadOnlyList<FigureView> Totals,
    FigureView Total,
    IReadOnlyList<string> Idle)
{
    private const int Shades = 4;

    /// <summary>Counts the delays of a scope.</summary>
    /// <param name="delays">The delays of the site, or of all.</param>
    /// <param name="site">Site code; null for all.</param>
    /// <param name="figures">The figures of the scope.</param>
    /// <param name="owners">Codes of all who can unblock, the unknown one last.</param>
    /// <param name="names">What people call them.</param>
    public static DelayMatrix Of(
        IReadOnlyList<DelayedDischarge> delays,
        string? site,
        FigureSet figures,
        IReadOnlyList<string> owners,
        DelayNames names)
    {
        ArgumentNullException.ThrowIfNull(delays);
        ArgumentNullException.ThrowIfNull(names);
        var counts = delays.CountBy(delay => (DelayNames.OwnerOf(delay), DelayNames.PathwayOf(delay))).ToDictionary();
        var most = Math.Max(1, counts.Values.DefaultIfEmpty().Max());
        var rows = owners
            .Select(owner => new DelayMatrixRow(
                owner,
                names.ShortOwner(owner),
                names.Owner(owner),
                DelayList.Link((DelayList.Site, site), (DelayList.Owner, owner)),
                [.. DelayNames.Pathways.Select(one => CellOf(owner, one.Value))],
                Counted(figures, "discharge.owner-" + owner, CountOf(delays, owner))))
            .ToList();
        return new DelayMatrix(
            [
                .. DelayNames.Pathways.Select(one => new DelayColumn(
                    one.Name,
                    one.Value.Length == 1 ? "P" + one.Value : "?",
                    one.Meaning,
                    DelayList.Link((DelayList.Site, site), (DelayList.Pathway, one.Value)))),
            ],
            [
                .. rows.Where(row => row.Patients > 0 || IsNobody(row))
                    .OrderBy(IsNobody)
                    .ThenByDescending(row => row.Patients),
            ],
            [
                .. DelayNames.Pathways.Select(one => Counted(
                    figures,
                    "discharge.pathway-" + one.Value,
                    delays.Count(delay => Same(DelayNames.PathwayOf(delay), one.Value)))),
            ],
            Counted(figures, DischargeMeasures.NoCriteriaToReside.Id, delays.Count),
            [.. rows.Where(row => row.Patients == 0 && !IsNobody(row)).Select(row => row.Name)]);

        DelayCell CellOf(string owner, string pathway)
        {
            var patients = counts.GetValueOrDefault((owner, pathway));
            return new DelayCell(
                patients,
                (int)Math.Ceiling((double)Shades * patients / most),
                DelayList.Link((DelayList.Site, site), (DelayList.Owner, owner), (DelayList.Pathway, pathway)));
        }
    }

    /// <summary>
    /// A number of the list with the figure that counts the same: it leads to the figure and is as trustworthy.
    /// </summary>
    public static FigureView Counted(FigureSet figures, string measure, int patients)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var view = FigureView.Of(figures.Find(measure), "", Level.Normal);
        return view with
        {
            Text = view.Quality is FigureQuality.Unknown
                ? FigureView.Dash
                : patients.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static int CountOf(IReadOnlyList<DelayedDischarge> delays, string owner) =>
        delays.Count(delay => Same(DelayNames.OwnerOf(delay), owner));

    private static bool IsNobody(DelayMatrixRow row) => Same(row.Code, DelayedDischargeFilter.Unknown);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}

/// <summary>A pathway of the matrix.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Brief">Its name where there is little room.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Link">Where its patients are listed.</param>
public sealed record DelayColumn(string Name, string Brief, string Meaning, string Link);

/// <summary>Who can unblock, with their patients by pathway.</summary>
/// <param name="Code">Code of the partner, or <c>unknown</c>.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="FullName">Name of the network file.</param>
/// <param name="Link">Where their patients are listed.</param>
/// <param name="Cells">How many are of each pathway.</param>
/// <param name="Total">How many there are.</param>
public sealed record DelayMatrixRow(
    string Code, string Name, string FullName, string Link, IReadOnlyList<DelayCell> Cells, FigureView Total)
{
    /// <summary>How many there are.</summary>
    public int Patients => Cells.Sum(cell => cell.Patients);
}

/// <summary>A cell of the matrix.</summary>
/// <param name="Patients">How many.</param>
/// <param name="Shade">How much that is beside the other cells, 0 to 4.</param>
/// <param name="Link">Where they are listed.</param>
public sealed record DelayCell(int Patients, int Shade, string Link);
