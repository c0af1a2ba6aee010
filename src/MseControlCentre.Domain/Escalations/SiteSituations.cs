using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Escalations;

/// <summary>The situations of single sites that one figure tells.</summary>
internal static class SiteSituations
{
    private static readonly Measure s_waiting = HandoverMeasures.AmbulancesWaiting;

    /// <summary>The figure that is held against the limits; null for kinds that are told otherwise.</summary>
    public static Measure? FigureOf(EscalationKind kind) => kind switch
    {
        EscalationKind.HandoverDelay => HandoverMeasures.AmbulanceLongestWait,
        EscalationKind.NoCubicleFree => EmergencyDepartmentMeasures.MajorsResusOccupancy,
        EscalationKind.DischargeDeficit => ThroughputMeasures.Deficit,
        EscalationKind.WardClosed => BedMeasures.BedsClosed,
        EscalationKind.Staffing => StaffingMeasures.Gap,
        _ => null,
    };

    /// <summary>
    /// What is held against the limits; null when it is not known. While no ambulance waits there is no longest wait:
    /// then it is known that nobody waits too long.
    /// </summary>
    public static double? ValueOf(EscalationKind kind, Place site) => FigureOf(kind) is { } figure
        ? site.Now[figure] ?? (kind is EscalationKind.HandoverDelay ? NobodyWaits(site.Now[s_waiting]) : null)
        : null;

    /// <summary>The same at each step that the board showed; null where it was not known.</summary>
    public static IEnumerable<double?> ValuesOf(EscalationKind kind, string scope, TimeSpan back, IFigureTrail trail)
    {
        var waiting = kind is EscalationKind.HandoverDelay
            ? Steps(s_waiting).ToDictionary(step => step.At, Current)
            : [];
        return FigureOf(kind) is { } figure
            ? Steps(figure).Select(step => Current(step) ?? NobodyWaits(waiting.GetValueOrDefault(step.At)))
            : [];

        IReadOnlyList<TrailPoint> Steps(Measure measure) => trail.Of(scope + ":" + measure.Id, back);
    }

    /// <summary>What is so at a site; null when it is not known.</summary>
    public static EscalationSituation? Of(EscalationKind kind, Place site, Situation places, double least)
    {
        if (FigureOf(kind) is not { } figure || site.Now[figure] is not { } value)
        {
            return null;
        }

        var rows = RowsOf(kind, site, places, least);
        return new EscalationSituation(
            kind,
            site.Scope,
            site.Name,
            $"{site.Name}: {WordsOf(kind, value, rows.Count, least)}",
            value,
            null,
            site.FigureId(figure),
            rows);
    }

    private static double? Current(TrailPoint step) => Reading.Current(step.Value, step.Quality);

    private static double? NobodyWaits(double? waiting) => waiting is 0 ? 0 : null;

    private static string WordsOf(EscalationKind kind, double value, int rows, double least) => kind switch
    {
        EscalationKind.HandoverDelay =>
            $"{Words.Count(rows, "ambulance", "ambulances")} over {Words.Number(least)} min, "
            + $"longest {Words.Number(Math.Floor(value))} min",
        EscalationKind.NoCubicleFree =>
            $"majors and resuscitation {Words.Number(Math.Round(value, MidpointRounding.AwayFromZero))}% full",
        EscalationKind.DischargeDeficit =>
            $"{Words.Count(Math.Floor(value), "discharge", "discharges")} behind what is needed by now",
        EscalationKind.WardClosed => rows == 0
            ? Words.Count(value, "bed closed", "beds closed")
            : $"{Words.Count(value, "bed", "beds")} closed on {Words.Count(rows, "ward", "wards")}",
        _ => Words.Count(value, "shift not filled", "shifts not filled"),
    };

    private static IReadOnlyList<SituationRow> RowsOf(
        EscalationKind kind, Place site, Situation places, double least) => kind switch
        {
            EscalationKind.HandoverDelay =>
            [
                .. site.Site!.Handovers
                    .Where(row => row.ArrivedAt <= places.Picture.At.AddMinutes(-least))
                    .Select(row => new SituationRow(
                        row.Category is { } category ? $"Category {category}" : "Category not told",
                        row.ArrivedAt,
                        row.Reference)),
            ],
            EscalationKind.WardClosed =>
            [
                .. site.Site!.Wards
                    .Select(ward => (Ward: ward, Closed: Reading.Of(ward.Figures)[BedMeasures.BedsClosed]))
                    .Where(one => one.Closed > 0)
                    .OrderByDescending(one => one.Closed)
                    .Select(one => new SituationRow(
                        one.Ward.ClosedReason is { } why ? $"{one.Ward.Name}: {why}" : one.Ward.Name,
                        Value: one.Closed)),
            ],
            _ => [],
        };
}
