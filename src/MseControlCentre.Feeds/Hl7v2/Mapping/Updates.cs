using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>Changes of an encounter's facts.</summary>
internal static class Updates
{
    /// <summary>A06 (to inpatient) and A07 (to outpatient): PV1-2 says what the patient is from now on.</summary>
    public static void ClassChanged(AdtContext adt, PatientClass otherwise) =>
        adt.Add(new EncounterClassChanged(adt.Encounter, adt.Class ?? otherwise, adt.Place, adt.Specialty));

    /// <summary>
    /// A08. A field left out stays as it was; <c>""</c> sets it to nothing. ZU1-24 is the discharge-ready date, ZU1-22
    /// says Y when the patient is medically fit, which is to no longer meet the criteria to reside:
    /// <code>ZU1|||||||||||||||||||||N||202611221430</code>
    /// </summary>
    public static void Updated(AdtContext adt)
    {
        var (pv1, pv2, zu1) = (adt.Group.Pv1, adt.Group.Pv2, adt.Group.Zu1);
        var cleared = (pv1.Field(3).Component(3).IsNull ? EncounterFields.Bed : EncounterFields.None)
            | (pv1.Field(10).IsNull ? EncounterFields.Specialty : EncounterFields.None)
            | (pv2.Field(9).IsNull ? EncounterFields.ExpectedDischarge : EncounterFields.None);
        var expected = adt.Time(pv2, 9, "PV2-9");
        adt.Add(new EncounterUpdated(adt.Encounter, adt.Class, adt.Place, adt.Specialty, expected, cleared));

        var ready = zu1.Field(24);
        if (ready.IsNull)
        {
            adt.Add(new DischargeReadyDateSet(adt.Encounter, null));
        }
        else if (adt.Time(zu1, 24, "ZU1-24") is { } readyAt)
        {
            adt.Add(new DischargeReadyDateSet(adt.Encounter, readyAt));
        }

        var fit = zu1.Field(22).Code();
        if (fit is "Y" or "N")
        {
            adt.Add(new CriteriaToResideAssessed(adt.Encounter, Met: fit is "N"));
        }
    }
}
