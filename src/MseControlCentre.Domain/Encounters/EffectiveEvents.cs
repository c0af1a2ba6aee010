using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Encounters;

/// <summary>
/// The events of an encounter that still hold once the cancels among them are taken into account. A cancel takes back
/// the last event of its kind before it that still holds; one with nothing to take back does nothing.
/// </summary>
internal static class EffectiveEvents
{
    public static IReadOnlyList<FlowEvent> Of(IReadOnlyList<FlowEvent> ordered)
    {
        if (!ordered.Any(e => IsCancel(e.Detail)))
        {
            return ordered;
        }

        var holding = new List<FlowEvent>(ordered.Count);
        foreach (var flowEvent in ordered)
        {
            if (IsCancel(flowEvent.Detail))
            {
                TakeBack(holding, flowEvent.Detail);
            }
            else
            {
                holding.Add(flowEvent);
            }
        }

        return holding;
    }

    /// <summary>Whether an event takes back an earlier one.</summary>
    public static bool IsCancel(EventDetail detail) => detail
        is AdmissionCancelled or TransferCancelled or DischargeCancelled or LeaveStartCancelled or LeaveEndCancelled;

    private static void TakeBack(List<FlowEvent> holding, EventDetail cancel)
    {
        var index = holding.FindLastIndex(e => Cancels(cancel, e.Detail));
        if (index < 0)
        {
            return;
        }

        holding.RemoveAt(index);
        if (cancel is AdmissionCancelled)
        {
            // What happened within the admission that never was did not happen either: moves, leave, discharge.
            for (var later = holding.Count - 1; later >= index; later--)
            {
                if (BelongsToAdmission(holding[later].Detail))
                {
                    holding.RemoveAt(later);
                }
            }
        }
    }

    private static bool Cancels(EventDetail cancel, EventDetail earlier) => cancel switch
    {
        AdmissionCancelled => earlier is PatientAdmitted or EdAttendanceRegistered,
        TransferCancelled => earlier is PatientTransferred,
        DischargeCancelled => earlier is PatientDischarged or EdDeparted,
        LeaveStartCancelled => earlier is LeaveStarted,
        LeaveEndCancelled => earlier is LeaveEnded,
        _ => false,
    };

    private static bool BelongsToAdmission(EventDetail detail) => detail
        is PatientTransferred or EncounterClassChanged or LeaveStarted or LeaveEnded or PatientDischarged or EdDeparted;
}
