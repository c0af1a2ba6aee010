using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>One patient in the department, in words.</summary>
/// <param name="Reference">Tells rows apart.</param>
/// <param name="ArrivedAt">Arrival (UTC); null when not told.</param>
/// <param name="Arrived">The same as local time.</param>
/// <param name="Area">Where in the department.</param>
/// <param name="Acuity">Acuity; a dash when not told.</param>
/// <param name="Stage">What they wait for.</param>
/// <param name="BedSince">Since when they wait for a bed (UTC); null when they do not.</param>
/// <param name="StageSince">Since when they wait for what they wait for, local time; null when not told.</param>
/// <param name="Tags">What must not be overlooked: a child, mental health, ready to proceed.</param>
/// <param name="Level">How loud the row is.</param>
public sealed record DepartmentRow(
    string Reference,
    DateTimeOffset? ArrivedAt,
    string Arrived,
    string Area,
    string Acuity,
    string Stage,
    DateTimeOffset? BedSince,
    string? StageSince,
    IReadOnlyList<string> Tags,
    Level Level);

/// <summary>Patients of one part of a wait band: they travel to the browser together.</summary>
/// <param name="Name">Name of the part, unique on the board.</param>
/// <param name="Rows">Its patients, longest wait first.</param>
public sealed record DepartmentPart(string Name, IReadOnlyList<DepartmentRow> Rows);

/// <summary>Patients who have waited beyond one limit and not the next.</summary>
/// <param name="Name">Name of the band, unique on the board.</param>
/// <param name="Title">The band in words.</param>
/// <param name="Count">How many they are, listed or not; null when that is not known.</param>
/// <param name="Level">How loud it is.</param>
/// <param name="Parts">Its parts, longest wait first.</param>
public sealed record DepartmentBand(
    string Name, string Title, int? Count, Level Level, IReadOnlyList<DepartmentPart> Parts);

/// <summary>The list of the department.</summary>
/// <param name="Total">How many are in the department; null when that is not known.</param>
/// <param name="Bands">The wait bands, longest first.</param>
/// <param name="More">How many more there are than are listed; they have waited the shortest time.</param>
/// <param name="Areas">Where they are.</param>
/// <param name="Hours">How long they have waited.</param>
/// <param name="Note">How far it can be trusted.</param>
public sealed record SiteDepartment(
    int? Total,
    IReadOnlyList<DepartmentBand> Bands,
    int More,
    DepartmentAreas Areas,
    DepartmentHours Hours,
    PartNote Note)
{
    /// <summary>Patients listed at most.</summary>
    public const int MostListed = 300;

    /// <summary>Makes the list.</summary>
    public static SiteDepartment Of(SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var patients = context.Patients.InDepartment;
        var note = new PartNote(context.Trust(EmergencyDepartmentMeasures.InDepartment), "patients");
        var words = new DepartmentWords(context, note.IsStale);
        return new SiteDepartment(
            note.CountOf(patients.Count),
            DepartmentBands.Of(patients, MostListed, context, words, note),
            Math.Max(0, patients.Count - MostListed),
            DepartmentAreas.Of(patients, context, note),
            DepartmentHours.Of(patients, context, note),
            note);
    }
}
