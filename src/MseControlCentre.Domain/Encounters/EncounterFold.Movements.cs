using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Encounters;

internal sealed partial class EncounterFold
{
    private void Register(FlowEvent e, EdAttendanceRegistered registered)
    {
        _now.Patient = registered.Patient ?? _now.Patient;
        if (_now.Phase == EncounterPhase.Inpatient)
        {
            return;
        }

        if (_now.Phase != EncounterPhase.InDepartment)
        {
            EnterDepartment(e, registered.DepartmentType);
        }

        _now.DepartmentType = registered.DepartmentType ?? _now.DepartmentType;
        _now.Place = registered.Place ?? _now.Place;
        _now.ArrivalMode = registered.ArrivalMode == ArrivalMode.Unknown ? _now.ArrivalMode : registered.ArrivalMode;
    }

    private void Admit(FlowEvent e, PatientAdmitted admitted)
    {
        _now.Patient = admitted.Patient ?? _now.Patient;
        _now.AdmissionMethod = admitted.AdmissionMethod ?? _now.AdmissionMethod;
        ChangeClass(e, admitted.Class, admitted.Place, admitted.Specialty);
    }

    private void Move(FlowEvent e, PatientTransferred transferred)
    {
        // A move after the patient has left, with no cancelled discharge between, is a slip of the sender: the
        // discharge stands until it is cancelled.
        if (_now.Phase == EncounterPhase.Left)
        {
            return;
        }

        // Somebody who is moved is here, even where the admission was never heard.
        var present = _now.Phase is EncounterPhase.InDepartment or EncounterPhase.Inpatient;
        var patientClass = transferred.Class ?? (present ? null : PatientClass.Inpatient);
        if (patientClass is { } known)
        {
            ChangeClass(e, known, transferred.Place, transferred.Specialty);
        }
        else
        {
            MarkMove(e, transferred.Place);
            Settle(e, transferred.Place, transferred.Specialty);
        }

        _now.PlannedMove = null;
    }

    private void ChangeClass(FlowEvent e, PatientClass patientClass, Place? place, string? specialty)
    {
        switch (patientClass)
        {
            case PatientClass.Inpatient when _now.Phase == EncounterPhase.Inpatient:
                MarkMove(e, place);
                break;
            case PatientClass.Inpatient:
                EnterBed(e, place);
                break;
            case PatientClass.Emergency when _now.Phase is EncounterPhase.InDepartment or EncounterPhase.Inpatient:
                break;
            case PatientClass.Emergency:
                EnterDepartment(e, null);
                break;
            default:
                // Outpatients and the expected occupy no bed: a patient whose class becomes one of these leaves theirs.
                LeaveUncounted(e);
                return;
        }

        Settle(e, place, specialty);
    }

    private void Update(FlowEvent e, EncounterUpdated updated)
    {
        _now.Specialty = updated.Cleared.HasFlag(EncounterFields.Specialty)
            ? null
            : updated.Specialty ?? _now.Specialty;
        _now.DischargeExpectedAt = updated.Cleared.HasFlag(EncounterFields.ExpectedDischarge)
            ? null
            : updated.ExpectedDischarge ?? _now.DischargeExpectedAt;
        if (updated.Cleared.HasFlag(EncounterFields.DischargeReady))
        {
            _now.DischargeReadyAt = null;
        }

        if (_now.Phase is EncounterPhase.InDepartment or EncounterPhase.Inpatient && updated.Place is { } place)
        {
            MarkMove(e, place);

            // A ward without a bed does not take the patient out of the bed they are known to be in.
            var sameWard = string.Equals(place.Ward, _now.Place?.Ward, StringComparison.Ordinal);
            _now.Place = sameWard && place.Bed is null ? _now.Place : place;
            _now.Site = e.Site;
        }

        if (updated.Cleared.HasFlag(EncounterFields.Bed) && _now.Place is { } current)
        {
            _now.Place = current with { Bed = null };
        }

        if (updated.Class == PatientClass.Inpatient && _now.Phase == EncounterPhase.InDepartment)
        {
            EnterBed(e, _now.Place);
        }
    }

    private void Depart(FlowEvent e, EdOutcome outcome)
    {
        if (_now.Phase == EncounterPhase.Inpatient || _now.DepartedAt is not null)
        {
            return;
        }

        EndAttendance(e, outcome);
        _now.Phase = EncounterPhase.Left;
    }

    private void Discharge(FlowEvent e, PatientDischarged discharged)
    {
        if (_now.Phase == EncounterPhase.InDepartment)
        {
            Depart(e, EdOutcome.Unknown);
            return;
        }

        if (_now.Phase == EncounterPhase.Left)
        {
            return;
        }

        if (_now.Phase != EncounterPhase.Inpatient)
        {
            _now.Site = e.Site;
        }

        _now.Phase = EncounterPhase.Left;
        _now.DischargedAt = e.OccurredAt;
        _now.Destination = discharged.Destination;
        _now.OnLeaveSince = null;
        Mark(
            MarkKind.Discharge, e, e.OccurredAt - _now.AdmittedAt, discharged.Destination, _now.Place?.Ward);
    }

    private void EnterDepartment(FlowEvent e, string? departmentType)
    {
        ForgetEarlierStay();
        _now.Phase = EncounterPhase.InDepartment;
        _now.Site = e.Site;
        _now.ArrivedAt = e.OccurredAt;
        Mark(MarkKind.EdArrival, e, group: departmentType);
    }

    private void EnterBed(FlowEvent e, Place? place)
    {
        var throughDepartment = _now.Phase == EncounterPhase.InDepartment;
        if (throughDepartment)
        {
            EndAttendance(e, EdOutcome.Admitted);
        }
        else
        {
            ForgetEarlierStay();
        }

        _now.Phase = EncounterPhase.Inpatient;
        _now.Site = e.Site;
        _now.ExpectedAt = null;
        _now.AdmittedAt = e.OccurredAt;
        var sinceArrival = throughDepartment ? e.OccurredAt - _now.ArrivedAt : null;
        Mark(MarkKind.Admission, e, sinceArrival, _now.AdmissionMethod, place?.Ward);
        if (throughDepartment || IsEmergency(_now.AdmissionMethod))
        {
            Mark(MarkKind.EmergencyAdmission, e, group: _now.AdmissionMethod);
        }
    }

    /// <summary>A patient in a bed is told to be in another ward. Which one they left must be known.</summary>
    private void MarkMove(FlowEvent e, Place? place)
    {
        if (_now.Phase == EncounterPhase.Inpatient
            && _now.Place is { } left
            && place is { Ward: { } ward }
            && !(string.Equals(left.Ward, ward, StringComparison.Ordinal)
                && string.Equals(_now.Site, e.Site, StringComparison.Ordinal)))
        {
            var sameSite = string.Equals(_now.Site, e.Site, StringComparison.Ordinal);
            _marks.Add(
                MarkKind.WardMove,
                e.Site,
                e.OccurredAt,
                group: sameSite ? left.Ward : null,
                subject: (e.Detail as EncounterEvent)?.Encounter,
                ward: ward);
        }
    }

    private void EndAttendance(FlowEvent e, EdOutcome outcome)
    {
        _now.Site = _now.Phase == EncounterPhase.InDepartment ? _now.Site : e.Site;
        _now.DepartedAt = e.OccurredAt;
        _now.Outcome = outcome;

        // The ward tells the type of department where the feed does not; after an admission the place is another.
        Mark(MarkKind.EdDeparture, e, e.OccurredAt - _now.ArrivedAt, _now.DepartmentType, _now.Place?.Ward);
    }

    /// <summary>
    /// Admission methods 21 to 28, and the 2A to 2D that follow them in later editions, are emergencies (NHS Data
    /// Dictionary, admission method).
    /// </summary>
    private static bool IsEmergency(string? admissionMethod) =>
        admissionMethod?.StartsWith('2') == true;

    private void LeaveUncounted(FlowEvent e)
    {
        if (_now.Phase == EncounterPhase.InDepartment)
        {
            EndAttendance(e, EdOutcome.Unknown);
        }

        _now.Phase = _now.Phase is EncounterPhase.None or EncounterPhase.Expected ? _now.Phase : EncounterPhase.Left;
    }

    private void Settle(FlowEvent e, Place? place, string? specialty)
    {
        _now.Site = e.Site;
        _now.Place = place ?? _now.Place;
        _now.Specialty = specialty ?? _now.Specialty;
    }

    /// <summary>
    /// A patient who comes back under the same identity starts anew;
    /// a planned admission keeps its plan.
    /// </summary>
    private void ForgetEarlierStay()
    {
        if (_now.Phase != EncounterPhase.Left)
        {
            return;
        }

        _now.Place = null;
        _now.ArrivedAt = _now.AssessedAt = _now.SeenAt = _now.DecisionToAdmitAt = null;
        _now.ReadyToProceedAt = _now.DepartedAt = _now.AdmittedAt = _now.DischargedAt = null;
        _now.ReferredAt = null;
        _now.ReferredTo = null;
        _now.DepartmentType = null;
        _now.SuitableForVirtualWard = null;
        _now.SuitableVirtualWard = null;
        _now.Acuity = null;
        _now.Outcome = null;
        _now.Destination = null;
        _now.DischargeExpectedAt = null;
        _now.DischargeCertainty = null;
        _now.MeetsCriteriaToReside = null;
        _now.Pathway = null;
        _now.DelayReason = null;
        _now.DelayOwner = null;
        _now.DischargeReadyAt = null;
    }
}
