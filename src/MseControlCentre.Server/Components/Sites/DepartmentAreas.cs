using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>How many are in one area of the department.</summary>
/// <param name="Name">The area.</param>
/// <param name="Spaces">Its spaces by the network file; null where it has none of its own.</param>
/// <param name="Patients">Patients in it; null when that is not known.</param>
/// <param name="OverStandard">Of these, beyond the standard; null when that is not known.</param>
/// <param name="OverLong">Of these, beyond the long stay; null when that is not known.</param>
public sealed record AreaRow(string Name, int? Spaces, int? Patients, int? OverStandard, int? OverLong);

/// <summary>Where in the department the patients are.</summary>
/// <param name="Rows">The areas in the order of the network file, then those whose place is not known.</param>
/// <param name="StandardHours">Hours of the standard.</param>
/// <param name="LongHours">Hours of the long stay.</param>
public sealed record DepartmentAreas(IReadOnlyList<AreaRow> Rows, double StandardHours, double LongHours)
{
    /// <summary>Counts them.</summary>
    /// <param name="patients">Who is in the department.</param>
    /// <param name="context">What the board is made from.</param>
    /// <param name="note">How far the list can be trusted: of a department not heard of, no area is empty.</param>
    public static DepartmentAreas Of(
        IReadOnlyList<DepartmentPatient> patients, SiteContext context, PartNote note)
    {
        ArgumentNullException.ThrowIfNull(patients);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(note);
        var limits = context.Thresholds;
        var inWard = patients.ToLookup(patient => patient.Ward, StringComparer.Ordinal);
        var areas = context.Map.Wards
            .Where(ward => ward.Type is WardType.EmergencyDepartment || inWard.Contains(ward.Code))
            .Select(ward => Row(DepartmentWords.NameOf(ward), ward.CoreBeds, inWard[ward.Code]));
        var elsewhere = inWard[null];
        return new DepartmentAreas(
            [.. areas, .. elsewhere.Any() ? [Row("Place not known", null, elsewhere)] : Array.Empty<AreaRow>()],
            limits.EdStandard.Value,
            limits.EdLong.Value);

        AreaRow Row(string name, int? spaces, IEnumerable<DepartmentPatient> those)
        {
            if (note.CountOf(patients.Count) is null)
            {
                return new AreaRow(name, spaces, null, null, null);
            }

            var list = those.ToList();
            return new AreaRow(
                name, spaces, list.Count, Over(list, limits.EdStandard.Value), Over(list, limits.EdLong.Value));
        }

        int Over(List<DepartmentPatient> those, double hours) =>
            those.Count(patient => context.Patients.At - patient.ArrivedAt > TimeSpan.FromHours(hours));
    }
}
