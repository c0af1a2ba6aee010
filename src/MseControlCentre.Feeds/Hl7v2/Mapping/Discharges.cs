using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>Discharges and expected discharges.</summary>
internal static class Discharges
{
    private const string Died = "79";

    /// <summary>
    /// A03: the end of an ED attendance for class E, of a stay for the others. PV1-45 (discharge time) does not
    /// override EVN-6: ITK sends the expected time of discharge there as well, and a patient must not be counted as
    /// gone at a time that was only hoped for.
    /// </summary>
    public static void Discharged(AdtContext adt)
    {
        var disposal = adt.Group.Pv1.Field(36).Code();
        var destination = adt.Code(adt.Group.Pv1, 37, "PV1-37");
        if (adt.Class == PatientClass.Emergency)
        {
            adt.Add(new EdDeparted(adt.Encounter, OutcomeOf(disposal, destination)));
        }
        else
        {
            adt.Add(new PatientDischarged(adt.Encounter, destination ?? (disposal is "4" or "5" ? Died : null)));
        }
    }

    /// <summary>A13.</summary>
    public static void Cancelled(AdtContext adt) => adt.Add(new DischargeCancelled(adt.Encounter));

    /// <summary>A16. PV2-9 is the expected time, EVN-3 the time a plan is for.</summary>
    public static void Planned(AdtContext adt) => adt.Add(new DischargePlanned(
        adt.Encounter,
        adt.Time(adt.Group.Pv2, 9, "PV2-9") ?? adt.Time(adt.Reading.Evn, 3, "EVN-3")));

    /// <summary>A25.</summary>
    public static void PlanCancelled(AdtContext adt) => adt.Add(new DischargePlanCancelled(adt.Encounter));

    // PV1-36 holds either the discharge method (one digit: 2 against advice, 4 died) or the A&E attendance disposal
    // (two digits: 01 admitted, 07 other provider, 10 died, 12 and 13 left). PV1-37 is the discharge destination.
    private static EdOutcome OutcomeOf(string disposal, string? destination) => (disposal, destination) switch
    {
        ("4" or "5" or "10", _) or (_, Died) => EdOutcome.Died,
        ("01", _) => EdOutcome.Admitted,
        ("2" or "12" or "13", _) => EdOutcome.Left,
        ("07", _) or (_, "30" or "48" or "49" or "50" or "51" or "52" or "53" or "87") => EdOutcome.Transferred,
        ("02" or "03" or "04" or "05" or "06" or "11" or "14", _) => EdOutcome.Discharged,
        (_, "19" or "29" or "54" or "65" or "66" or "84" or "85" or "88") => EdOutcome.Discharged,
        _ => EdOutcome.Unknown,
    };
}
