namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// What the systems of a hospital send first when they are connected: everybody who is there, with the times at which
/// things happened. Day books start again from it, for nothing earlier has been told to anybody.
/// </summary>
public static class Census
{
    /// <summary>Sends the census of a hospital.</summary>
    public static void Take(Hospital hospital, Ambulances ambulances, BedOffice beds)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        ArgumentNullException.ThrowIfNull(ambulances);
        ArgumentNullException.ThrowIfNull(beds);
        hospital.Ledger = new();
        var rounds = new CriteriaRounds(hospital);
        var suitability = new SuitabilityRounds(hospital);
        foreach (var ward in hospital.Wards.Where(ward => ward.EscalationOpen > 0))
        {
            beds.Declare(ward, ward.ClosedReason);
        }

        foreach (var visit in hospital.Present.OrderBy(visit => visit.AdmittedAt ?? visit.ArrivedAt)
            .ThenBy(visit => visit.Number, StringComparer.Ordinal))
        {
            if (visit.AdmittedAt is { } admitted)
            {
                hospital.Ledger.Admissions.Add(admitted, visit.Number);
                if (visit.IsEmergency)
                {
                    hospital.Ledger.EmergencyAdmissions.Add(admitted, visit.Number);
                }

                hospital.Adt.Write("A01", "ADT_A01", visit, admitted);
                WriteLists(rounds, visit);
                suitability.WriteJudgement(visit);
            }
            else
            {
                hospital.Ledger.Arrivals.Add(visit.ArrivedAt!.Value, visit.Number);
                hospital.Adt.Write("A04", "ADT_A01", visit, visit.ArrivedAt!.Value);
                WriteMilestones(hospital, visit);
            }
        }

        foreach (var busy in hospital.CrewsNotClear)
        {
            busy.IsTold = false;
        }

        hospital.CrewsNotClear.Clear();
        hospital.TellsOfClearCrews = false;
        foreach (var conveyance in hospital.Conveyances)
        {
            ambulances.WriteDispatch(conveyance);
            if (conveyance.ArrivedAt is not null)
            {
                hospital.Ledger.AmbulanceArrivals.Add(conveyance.ArrivedAt.Value, conveyance.Number);
                ambulances.WriteArrival(conveyance);
                ambulances.NoteHeldTooLong(conveyance);
            }
        }
    }

    private static void WriteLists(CriteriaRounds rounds, Visit visit)
    {
        if (visit.CriteriaAssessedAt is not null)
        {
            rounds.WriteAssessment(visit);
        }

        if (visit.DischargeReadyAt is { } ready)
        {
            // The census tells of the date just before the assessment it belongs to: no two events share a second.
            rounds.WriteReadyDate(visit, ready - 1);
        }

        if (visit.PlannedFor is not null)
        {
            rounds.WritePlan(visit);
        }
    }

    private static void WriteMilestones(Hospital hospital, Visit visit)
    {
        if (visit.AssessedAt is { } assessed)
        {
            hospital.Ledger.Assessments.Add(assessed, new(visit.Number, assessed - visit.ArrivedAt!.Value));
            hospital.Department.Write(
                hospital.Code,
                "EdInitialAssessmentCompleted",
                assessed,
                ("encounter", visit.Number),
                ("acuity", EmergencyDepartment.AcuityName(visit.Acuity)));
        }

        if (visit.SeenAt is { } seen)
        {
            hospital.Ledger.Seen.Add(seen, new(visit.Number, seen - visit.ArrivedAt!.Value));
        }

        if (visit.DecidedAt is { } decided)
        {
            hospital.Ledger.Decisions.Add(decided, visit.Number);
        }

        Write(hospital, visit, "EdSeenForTreatment", visit.SeenAt);
        ServiceReferrals.Write(hospital, visit);
        Write(hospital, visit, "EdDecisionToAdmit", visit.DecidedAt);
        Write(hospital, visit, "EdClinicallyReadyToProceed", visit.ReadyAt);
    }

    private static void Write(Hospital hospital, Visit visit, string kind, long? at)
    {
        if (at is { } time)
        {
            hospital.Department.Write(hospital.Code, kind, time, ("encounter", visit.Number));
        }
    }
}
