using System.Globalization;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Opel;

/// <summary>What must hold between the keys of a rule-set file.</summary>
internal static class OpelRuleSetRules
{
    private const int Levels = 4;

    public static void Check(OpelRuleSet rules, List<NetworkFileError> errors)
    {
        if (rules.ValidTo < rules.ValidFrom)
        {
            Add(errors, "validTo", $"{rules.ValidTo:yyyy-MM-dd}", $"{rules.ValidFrom:yyyy-MM-dd} (validFrom) or later");
        }

        CheckUnique(rules.Parameters.Select(parameter => parameter.Id), "parameters[{0}].id", errors);
        for (var i = 0; i < rules.Parameters.Count; i++)
        {
            var key = $"parameters[{i}]";
            CheckBands(rules.Parameters[i].Scoring, key + ".scoring", errors);
            CheckMeasure(rules.Parameters[i].Measure, key + ".measure", errors);
        }

        CheckLevels(rules.Levels, errors);
        CheckRollUp(rules.RollUp, errors);
        if (errors.Count == 0)
        {
            CheckTotals(rules, errors);
        }
    }

    private static void CheckBands(OpelScoringTable scoring, string key, List<NetworkFileError> errors)
    {
        CheckAgreement(scoring.Agreement, key, errors);
        var bands = scoring.Bands;
        for (var i = 0; i < bands.Count - 1; i++)
        {
            if (bands[i].UpTo is not { } bound)
            {
                Add(errors, $"{key}.bands[{i}].upTo", "nothing", "this key: only the last band has no end");
            }
            else if (i > 0 && bands[i - 1].UpTo is { } before && bound <= before)
            {
                Add(errors, $"{key}.bands[{i}].upTo", Number(bound), $"more than the band before, {Number(before)}");
            }
        }

        if (bands.Count > 0 && bands[^1].UpTo is { } last)
        {
            Add(errors, $"{key}.bands[{bands.Count - 1}].upTo", Number(last), "no upTo: the last band has no end");
        }

        for (var i = 1; i < bands.Count; i++)
        {
            var rises = bands[1].Points > bands[0].Points;
            if (bands[i].Points == bands[i - 1].Points || bands[i].Points > bands[i - 1].Points != rises)
            {
                Add(
                    errors,
                    $"{key}.bands[{i}].points",
                    $"{Number(bands[i].Points)} after {Number(bands[i - 1].Points)}",
                    "points that rise from band to band, or fall all the way");
            }
        }
    }

    private static void CheckMeasure(string measure, string key, List<NetworkFileError> errors)
    {
        if (measure.StartsWith("opel.", StringComparison.Ordinal))
        {
            Add(errors, key, measure, "a measure that is not itself worked out from OPEL");
        }
    }

    private static void CheckLevels(OpelLevels levels, List<NetworkFileError> errors)
    {
        CheckAgreement(levels.Agreement, "levels", errors);
        if (levels.Bands.Count > Levels)
        {
            Add(errors, "levels.bands", $"a list of {levels.Bands.Count}", $"a list of {Levels}");
        }

        for (var i = 0; i < levels.Bands.Count; i++)
        {
            var band = levels.Bands[i];
            if (band.Level != 0 && band.Level != i + 1)
            {
                Add(errors, $"levels.bands[{i}].level", Number(band.Level), $"{i + 1}: levels 1 to 4 in order");
            }

            if (i > 0 && band.UpTo != 0 && band.UpTo <= levels.Bands[i - 1].UpTo)
            {
                Add(
                    errors,
                    $"levels.bands[{i}].upTo",
                    Number(band.UpTo),
                    $"more than the level before, {Number(levels.Bands[i - 1].UpTo)}");
            }
        }
    }

    private static void CheckRollUp(OpelRollUp rollUp, List<NetworkFileError> errors)
    {
        CheckAgreement(rollUp.Agreement, "rollUp", errors);
        CheckMeasure(rollUp.Measure ?? "", "rollUp.measure", errors);
        CheckUnique(rollUp.Weights.Select(weight => weight.Site), "rollUp.weights[{0}].site", errors);
        var byMeasure = rollUp.By == OpelRollUpBy.Measure;
        if (byMeasure != rollUp.Measure is not null)
        {
            Add(
                errors,
                "rollUp.measure",
                byMeasure ? "nothing" : "a measure beside the weights of the sites",
                byMeasure ? "the measure that gives the weights, such as beds.open" : "no measure, or by: Measure");
        }

        if (byMeasure == rollUp.Weights.Count > 0)
        {
            Add(
                errors,
                "rollUp.weights",
                byMeasure ? "weights beside a measure" : "nothing",
                byMeasure ? "no weights, or by: Sites" : "a weight for each site of the network");
        }
    }

    /// <summary>A total that no level holds, or a level that no total reaches, is a slip in the weights.</summary>
    private static void CheckTotals(OpelRuleSet rules, List<NetworkFileError> errors)
    {
        var greatest = rules.GreatestTotal;
        var (third, fourth) = (rules.Levels.UpTo(Levels - 1), rules.Levels.UpTo(Levels));
        if (greatest > fourth || greatest <= third)
        {
            Add(
                errors,
                "parameters",
                $"a greatest total of {Number(greatest)} (weight times most points, all together)",
                $"more than {Number(third)} and at most {Number(fourth)}, so that every level can be reached and "
                    + $"holds");
        }
    }

    private static void CheckAgreement(OpelAgreement agreement, string key, List<NetworkFileError> errors)
    {
        if (agreement.IsLocal && (agreement.SetBy is null || agreement.SetOn is null))
        {
            Add(errors, key, "numbers that are locally agreed", "setBy and setOn: who agreed them, and when");
        }
    }

    private static void CheckUnique(IEnumerable<string> codes, string key, List<NetworkFileError> errors)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, code) in codes.Index())
        {
            if (code.Length > 0 && !seen.Add(code))
            {
                var path = string.Format(CultureInfo.InvariantCulture, key, index);
                Add(errors, path, $"{code} again", "each one once (case is ignored)");
            }
        }
    }

    private static void Add(List<NetworkFileError> errors, string key, string found, string expected) =>
        errors.Add(new NetworkFileError(key, found, expected));

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
