using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// PV1-2, HL7 table 0004, as the flow sees it. E, I, O and P speak for themselves. B (obstetrics) has a bed and is an
/// inpatient; maternity wards stand outside the general and acute figures by their own type. R (regular attender) and
/// D (day case, a local code) are inpatients only while PV1-3.3 names a bed: a dialysis chair or a treatment room is
/// no bed, a day case in a ward bed is. Every other code is kept as other, and counted nowhere.
/// </summary>
internal static class PatientClasses
{
    /// <summary>The class; null when PV1-2 is omitted.</summary>
    public static PatientClass? Read(Hl7Segment pv1)
    {
        var code = pv1.Field(2).Code();
        return code.ToUpperInvariant() switch
        {
            "" => null,
            "E" or "EMERGENCY" => PatientClass.Emergency,
            "I" or "B" or "INPATIENT" => PatientClass.Inpatient,
            "O" or "OUTPATIENT" => PatientClass.Outpatient,
            "P" or "PREADMIT" => PatientClass.PreAdmission,
            "R" or "D" => pv1.Field(3).Component(3).HasValue ? PatientClass.Inpatient : PatientClass.Other,
            _ => PatientClass.Other,
        };
    }
}
