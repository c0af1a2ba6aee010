using System.Globalization;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// Thresholds have the unit their name says and rise in order; a local one says who agreed it and when.
/// </summary>
internal static class ThresholdRules
{
    public static void Check(Thresholds thresholds, List<NetworkFileError> errors)
    {
        (string Name, Threshold Threshold, string Unit)[] all =
        [
            ("handoverStandard", thresholds.HandoverStandard, "minutes"),
            ("handoverSecond", thresholds.HandoverSecond, "minutes"),
            ("handoverMaximum", thresholds.HandoverMaximum, "minutes"),
            ("handoverLong", thresholds.HandoverLong, "minutes"),
            ("edStandard", thresholds.EdStandard, "hours"),
            ("edLong", thresholds.EdLong, "hours"),
            ("bedOccupancy", thresholds.BedOccupancy, "percent"),
            ("virtualWardOccupancy", thresholds.VirtualWardOccupancy, "percent"),
            ("dischargesBeforeNoon", thresholds.DischargesBeforeNoon, "percent"),
            ("closedEncounterHours", thresholds.ClosedEncounterHours, "hours"),
            ("futureMinutes", thresholds.FutureMinutes, "minutes"),
        ];
        foreach (var (name, threshold, unit) in all)
        {
            CheckOne("thresholds." + name, threshold, unit, errors);
        }

        CheckOptional("initialAssessment", thresholds.InitialAssessment, "minutes", errors);
        CheckOptional("mentalHealthWait", thresholds.MentalHealthWait, "hours", errors);
        CheckOptional("virtualWardLongStay", thresholds.VirtualWardLongStay, "days", errors);
        CheckOptional("crewClear", thresholds.CrewClear, "minutes", errors);
        CheckRises(all.AsSpan(0, 4), errors);
        CheckRises(all.AsSpan(4, 2), errors);
    }

    private static void CheckOptional(
        string name, Threshold? threshold, string unit, List<NetworkFileError> errors)
    {
        if (threshold is not null)
        {
            CheckOne("thresholds." + name, threshold, unit, errors);
        }
    }

    private static void CheckOne(string key, Threshold threshold, string unit, List<NetworkFileError> errors)
    {
        if (threshold.Unit.Length > 0 && !string.Equals(threshold.Unit, unit, StringComparison.Ordinal))
        {
            errors.Add(new NetworkFileError(key + ".unit", JsonShape.OfText(threshold.Unit), $"'{unit}'"));
        }

        if (unit is "percent" && threshold.Value > 100)
        {
            errors.Add(new NetworkFileError(key + ".value", Number(threshold.Value), "at most 100 percent"));
        }

        LocalAgreement.Check(key, "a threshold", threshold.Basis, threshold.SetBy, threshold.SetOn, errors);
    }

    private static void CheckRises(
        ReadOnlySpan<(string Name, Threshold Threshold, string Unit)> rising, List<NetworkFileError> errors)
    {
        for (var i = 1; i < rising.Length; i++)
        {
            var (lower, value) = (rising[i - 1].Threshold.Value, rising[i].Threshold.Value);
            if (lower > 0 && value > 0 && value <= lower)
            {
                errors.Add(new NetworkFileError(
                    $"thresholds.{rising[i].Name}.value",
                    Number(value),
                    $"more than {rising[i - 1].Name}, which is {Number(lower)}"));
            }
        }
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
