using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// Chooses one of the identifiers of a repeating field such as PID-3:
/// <code>9434765919^^^NHS^NH~1234567^^^RAJ12^PI</code>
/// The hospital's own number comes before the NHS number: every patient has it from the first minute, and
/// merges name it.
/// </summary>
internal static class PatientIdentifier
{
    /// <summary>The identifier; empty when there is none.</summary>
    public static string Choose(Hl7Value field)
    {
        var other = 0;
        var any = 0;
        var repetitions = Math.Min(field.Repetitions, 20);
        for (var number = 1; number <= repetitions; number++)
        {
            var repetition = field.Repetition(number);
            if (repetition.Code().Length == 0)
            {
                continue;
            }

            any = any == 0 ? number : any;
            if (IsHospitalNumber(repetition))
            {
                return repetition.Code();
            }

            if (other == 0 && !IsNhsNumber(repetition))
            {
                other = number;
            }
        }

        var chosen = other > 0 ? other : any;
        return chosen == 0 ? string.Empty : field.Repetition(chosen).Code();
    }

    // HL7 table 0203: PI patient internal, MR medical record; LOCAL and HOSP are seen in trusts.
    private static bool IsHospitalNumber(Hl7Value identifier) =>
        identifier.Component(5).Raw.Trim() is "PI" or "MR" or "MRN" or "LOCAL" or "HOSP";

    // Table 0203 NH or NHS as type; NHS as assigning authority (ITK HL7 v2).
    private static bool IsNhsNumber(Hl7Value identifier) =>
        identifier.Component(5).Raw.Trim() is "NH" or "NHS" or "NNGBR"
        || identifier.Component(4).SubComponent(1).Raw.Trim() is "NHS" or "NHSNBR" or "NHSNMBR";
}
