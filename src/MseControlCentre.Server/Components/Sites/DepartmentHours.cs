using MseControlCentre.Domain.EmergencyDepartments;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>How many have waited how many whole hours: the shape of the department.</summary>
/// <param name="ByHour">
/// Patients by whole hours since arrival, from hour 0; the last counts all who have waited longer.
/// </param>
/// <param name="StandardHours">Hours of the standard.</param>
/// <param name="LongHours">Hours of the long stay.</param>
/// <param name="IsKnown">Whether anything is known: no bars do not mean nobody otherwise.</param>
public sealed record DepartmentHours(
    IReadOnlyList<int> ByHour, double StandardHours, double LongHours, bool IsKnown)
{
    /// <summary>Counts them, up to twice the long stay.</summary>
    public static DepartmentHours Of(
        IReadOnlyList<DepartmentPatient> patients, SiteContext context, PartNote note)
    {
        ArgumentNullException.ThrowIfNull(patients);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(note);
        var longest = context.Thresholds.EdLong.Value;
        var byHour = new int[(int)Math.Ceiling(longest * 2) + 1];
        foreach (var patient in patients)
        {
            if (patient.ArrivedAt is { } arrived)
            {
                byHour[Math.Clamp((int)(context.Patients.At - arrived).TotalHours, 0, byHour.Length - 1)]++;
            }
        }

        return new DepartmentHours(
            byHour, context.Thresholds.EdStandard.Value, longest, note.CountOf(patients.Count) is not null);
    }
}
