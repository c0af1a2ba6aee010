using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>
/// Cuts the list of the department into wait bands, which a reader looks for, and each band into parts, which travel to
/// the browser one by one: an arrival changes one part, not the list.
/// </summary>
public static class DepartmentBands
{
    private const int PartsWithin = 4;
    private const int PartsBetween = 4;

    /// <summary>The bands, longest wait first.</summary>
    /// <param name="patients">Longest wait first.</param>
    /// <param name="most">How many to list at most.</param>
    /// <param name="context">What the board is made from.</param>
    /// <param name="words">Says what is to be said of each.</param>
    /// <param name="note">How far the list can be trusted.</param>
    public static IReadOnlyList<DepartmentBand> Of(
        IReadOnlyList<DepartmentPatient> patients,
        int most,
        SiteContext context,
        DepartmentWords words,
        PartNote note)
    {
        ArgumentNullException.ThrowIfNull(patients);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(note);
        var at = context.Patients.At;
        var (standard, longest) = (context.Thresholds.EdStandard.Value, context.Thresholds.EdLong.Value);
        var listed = patients.Take(most).ToList();
        return
        [
            Band("long", $"Over {longest:0.#} hours", Level.Alarm, [longest, longest * 1.5, longest * 2], null),
            Band(
                "standard",
                $"{standard:0.#} to {longest:0.#} hours",
                Level.Watch,
                Steps(standard, longest, PartsBetween),
                longest),
            Band("within", $"Up to {standard:0.#} hours", Level.Normal, Steps(0, standard, PartsWithin), standard),
        ];

        DepartmentBand Band(string name, string title, Level level, double[] from, double? to) => new(
            name,
            title,
            patients.Count == 0 ? note.CountOf(0) : patients.Count(patient => IsBetween(patient, from[0], to)),
            level,
            [.. Enumerable.Range(0, from.Length).Reverse().Select(part => new DepartmentPart(
                $"department-{name}-{part}",
                [
                    .. listed
                        .Where(patient => IsBetween(patient, from[part], part + 1 < from.Length ? from[part + 1] : to))
                        .Select(words.RowOf),
                ]))]);

        // Beyond a limit means strictly more, as the figures count; who arrived at an unknown time has not been shown
        // to be beyond any.
        bool IsBetween(DepartmentPatient patient, double from, double? to) =>
            (from is 0 || Waited(patient) > TimeSpan.FromHours(from))
            && (to is not { } end || !(Waited(patient) > TimeSpan.FromHours(end)));

        TimeSpan? Waited(DepartmentPatient patient) => at - patient.ArrivedAt;
    }

    private static double[] Steps(double from, double to, int parts) =>
        [.. Enumerable.Range(0, parts).Select(part => from + ((to - from) * part / parts))];
}
