using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Encounters;

/// <summary>
/// Tells an encounter's events in order and says where the patient is and what they wait for. Pure: the same events
/// give the same standing and marks.
/// </summary>
internal sealed partial class EncounterFold
{
    private readonly EncounterStanding _now = new();
    private readonly MarkCollector _marks = new();

    /// <summary>Where the encounter stands after all that was told. It changes as more is told.</summary>
    public EncounterStanding Standing => _now;

    /// <summary>What the encounter contributes to the hourly counts. More are added as more is told.</summary>
    public IReadOnlyList<FlowMark> Marks => _marks.Marks;

    /// <summary>Tells a whole story.</summary>
    public static EncounterFold Of(IReadOnlyList<FlowEvent> ordered)
    {
        var fold = new EncounterFold();
        foreach (var flowEvent in EffectiveEvents.Of(ordered))
        {
            fold.Tell(flowEvent);
        }

        return fold;
    }

    /// <summary>Goes on with the story. A cancel reaches back into it: then the whole must be told anew.</summary>
    public bool TryGoOn(FlowEvent e)
    {
        if (EffectiveEvents.IsCancel(e.Detail))
        {
            return false;
        }

        Tell(e);
        return true;
    }

    private void Tell(FlowEvent e)
    {
        switch (e.Detail)
        {
            case EdAttendanceRegistered registered:
                Register(e, registered);
                break;
            case PatientAdmitted admitted:
                Admit(e, admitted);
                break;
            case PatientTransferred transferred:
                Move(e, transferred);
                break;
            case EncounterClassChanged changed:
                ChangeClass(e, changed.Class, changed.Place, changed.Specialty);
                break;
            case EncounterUpdated updated:
                Update(e, updated);
                break;
            case EdDeparted departed:
                Depart(e, departed.Outcome);
                break;
            case PatientDischarged discharged:
                Discharge(e, discharged);
                break;
            case LeaveStarted when _now.Phase == EncounterPhase.Inpatient:
                _now.OnLeaveSince ??= e.OccurredAt;
                break;
            case LeaveEnded:
                _now.OnLeaveSince = null;
                break;
            default:
                TellOfPlans(e);
                break;
        }
    }

    private void TellOfPlans(FlowEvent e)
    {
        switch (e.Detail)
        {
            case AdmissionPlanned planned when _now.Phase is EncounterPhase.None or EncounterPhase.Expected:
                Expect(e, planned);
                break;
            case AdmissionPlanCancelled when _now.Phase == EncounterPhase.Expected:
                _now.Phase = EncounterPhase.None;
                _now.ExpectedAt = null;
                break;
            case TransferPlanned planned:
                _now.PlannedMove = planned.Place;
                break;
            case TransferPlanCancelled:
                _now.PlannedMove = null;
                break;
            case DischargePlanned planned:
                _now.DischargeExpectedAt = planned.ExpectedAt ?? _now.DischargeExpectedAt;
                _now.DischargeCertainty = planned.Certainty;
                break;
            case DischargePlanCancelled:
                _now.DischargeExpectedAt = null;
                _now.DischargeCertainty = null;
                break;
            case DischargeReadyDateSet ready:
                _now.DischargeReadyAt = ready.ReadyAt;
                break;
            case CriteriaToResideAssessed assessed:
                Assess(assessed);
                break;
            case VirtualWardSuitabilityAssessed judged:
                _now.SuitableForVirtualWard = judged.Suitable;
                _now.SuitableVirtualWard = judged.Suitable ? judged.VirtualWard : null;
                break;
            default:
                TellOfDepartment(e);
                break;
        }
    }

    /// <summary>Milestones in the department: of each the first counts (ECDS).</summary>
    private void TellOfDepartment(FlowEvent e)
    {
        switch (e.Detail)
        {
            case EdInitialAssessmentCompleted assessed:
                Assess(e);
                _now.Acuity = assessed.Acuity ?? _now.Acuity;
                break;
            case EdSeenForTreatment:
                See(e);
                break;
            case EdReferredToService referred:
                Refer(e, referred);
                break;
            case EdDecisionToAdmit decided:
                DecideToAdmit(e);
                _now.Specialty = decided.Specialty ?? _now.Specialty;
                break;
            case EdClinicallyReadyToProceed:
                _now.ReadyToProceedAt ??= e.OccurredAt;
                break;
        }
    }

    private void Assess(FlowEvent e)
    {
        if (_now.AssessedAt is null)
        {
            _now.AssessedAt = e.OccurredAt;
            Mark(MarkKind.InitialAssessment, e, e.OccurredAt - _now.ArrivedAt);
        }
    }

    private void See(FlowEvent e)
    {
        if (_now.SeenAt is null)
        {
            _now.SeenAt = e.OccurredAt;
            Mark(MarkKind.SeenForTreatment, e, e.OccurredAt - _now.ArrivedAt);
        }
    }

    private void Refer(FlowEvent e, EdReferredToService referred)
    {
        if (!string.Equals(_now.ReferredTo, referred.Service, StringComparison.Ordinal))
        {
            _now.ReferredTo = referred.Service;
            _now.ReferredAt = e.OccurredAt;
        }
    }

    private void DecideToAdmit(FlowEvent e)
    {
        if (_now.DecisionToAdmitAt is null)
        {
            _now.DecisionToAdmitAt = e.OccurredAt;
            Mark(MarkKind.DecisionToAdmit, e, e.OccurredAt - _now.ArrivedAt);
        }
    }

    private void Mark(
        MarkKind kind, FlowEvent e, TimeSpan? took = null, string? group = null, string? ward = null) => _marks.Add(
            kind,
            string.IsNullOrEmpty(_now.Site) ? e.Site : _now.Site,
            e.OccurredAt,
            took,
            group,
            (e.Detail as EncounterEvent)?.Encounter,
            ward);

    private void Expect(FlowEvent e, AdmissionPlanned planned)
    {
        _now.Phase = EncounterPhase.Expected;
        _now.Site = e.Site;
        _now.ExpectedAt = planned.ExpectedAt ?? _now.ExpectedAt;
        _now.Place = planned.Place ?? _now.Place;
        _now.Specialty = planned.Specialty ?? _now.Specialty;
    }

    private void Assess(CriteriaToResideAssessed assessed)
    {
        _now.MeetsCriteriaToReside = assessed.Met;
        _now.Pathway = assessed.Met ? null : assessed.Pathway;
        _now.DelayReason = assessed.Met ? null : assessed.DelayReason;
        _now.DelayOwner = assessed.Met ? null : assessed.Owner;
    }
}
