using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;

namespace MseControlCentre.Domain.Pictures;

/// <summary>
/// The patients behind a site's figures, by pseudonym, at one instant. For the site's own page; never for a wall.
/// </summary>
/// <param name="At">The instant (UTC).</param>
/// <param name="InDepartment">In the emergency department, longest wait first. Bounded by who is there.</param>
/// <param name="Delayed">
/// With no criteria to reside, longest delay first. Bounded by who is in hospital.
/// </param>
public sealed record SitePatients(
    DateTimeOffset At,
    IReadOnlyList<DepartmentPatient> InDepartment,
    IReadOnlyList<DelayedDischarge> Delayed);
