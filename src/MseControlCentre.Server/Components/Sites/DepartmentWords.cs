using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>Says of a patient in the department what a site manager asks.</summary>
/// <param name="context">What the board is made from.</param>
/// <param name="isStale">Whether the list no longer describes now; then nothing in it is loud.</param>
public sealed class DepartmentWords(SiteContext context, bool isStale)
{
    private readonly Dictionary<string, string> _areas = context.Map.Wards.ToDictionary(
        ward => ward.Code, NameOf, StringComparer.Ordinal);

    private readonly TimeSpan _standard = TimeSpan.FromHours(context.Thresholds.EdStandard.Value);
    private readonly TimeSpan _long = TimeSpan.FromHours(context.Thresholds.EdLong.Value);

    /// <summary>The row of a patient.</summary>
    public DepartmentRow RowOf(DepartmentPatient patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        return new DepartmentRow(
            SiteContext.Reference(patient.Encounter),
            patient.ArrivedAt,
            patient.ArrivedAt is { } arrived ? context.Local.Clock(arrived) : FigureView.Dash,
            patient.Ward is { } ward ? _areas[ward] : "Place not known",
            NameOf(patient.Acuity),
            NameOf(patient.Stage),
            patient.Stage is DepartmentStage.Bed ? patient.StageSince : null,
            patient.StageSince is { } since ? context.Local.Clock(since) : null,
            [.. TagsOf(patient)],
            LevelOf(patient));
    }

    /// <summary>An area of the department without the words that stand above the list.</summary>
    public static string NameOf(Ward ward)
    {
        ArgumentNullException.ThrowIfNull(ward);
        return ward.Area switch
        {
            DepartmentArea.Resuscitation => "Resus",
            DepartmentArea.Majors => "Majors",
            DepartmentArea.Minors => "Minors",
            DepartmentArea.Children => "Children",
            DepartmentArea.UrgentTreatment => "Urgent treatment",
            _ => ward.Name,
        };
    }

    private static IEnumerable<string> TagsOf(DepartmentPatient patient)
    {
        if (patient.IsChild)
        {
            yield return "child";
        }

        if (patient.IsForMentalHealth)
        {
            yield return "mental health";
        }

        if (patient.ReadyToProceedAt is not null && patient.Stage is not DepartmentStage.ReadyToProceed)
        {
            yield return "ready";
        }
    }

    private Level LevelOf(DepartmentPatient patient)
    {
        var waited = context.Patients.At - patient.ArrivedAt;
        return isStale ? Level.Normal
            : waited > _long ? Level.Alarm
            : waited > _standard ? Level.Watch
            : Level.Normal;
    }

    private static string NameOf(Acuity? acuity) => acuity switch
    {
        Acuity.Immediate => "1 immediate",
        Acuity.VeryUrgent => "2 very urgent",
        Acuity.Urgent => "3 urgent",
        Acuity.Standard => "4 standard",
        Acuity.Low => "5 low",
        _ => FigureView.Dash,
    };

    private static string NameOf(DepartmentStage stage) => stage switch
    {
        DepartmentStage.Assessment => "Awaiting assessment",
        DepartmentStage.Treatment => "Awaiting treatment",
        DepartmentStage.Seen => "Seen",
        DepartmentStage.Referred => "Referred",
        DepartmentStage.ReadyToProceed => "Ready to proceed",
        _ => "Awaiting bed",
    };
}
