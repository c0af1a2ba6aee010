using System.Globalization;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// A standard names its measure by an identity, in a unit that figures have; a local one says who agreed it and when.
/// </summary>
internal static class StandardRules
{
    /// <summary>Units that a level may have; the schema lists the same.</summary>
    private static readonly string[] s_units = ["minutes", "hours", "percent", "days", "count"];

    public static void Check(IReadOnlyList<Standard> standards, List<NetworkFileError> errors)
    {
        for (var i = 0; i < standards.Count; i++)
        {
            CheckOne($"standards[{i}]", standards[i], errors);
        }
    }

    private static void CheckOne(string key, Standard standard, List<NetworkFileError> errors)
    {
        if (standard.Measure.Length > 0 && !IsMeasure(standard.Measure))
        {
            errors.Add(new NetworkFileError(
                key + ".measure",
                JsonShape.OfText(standard.Measure),
                "the identity of a measure, such as ed.performance-today: two parts of a-z, 0-9 and '-' around one "
                    + "'.'"));
        }

        var level = standard.Level;
        if (level.Unit.Length > 0 && !s_units.Contains(level.Unit, StringComparer.Ordinal))
        {
            errors.Add(new NetworkFileError(
                key + ".level.unit", JsonShape.OfText(level.Unit), $"one of {string.Join(", ", s_units)}"));
        }

        if (level.Unit is "percent" && level.Value > 100)
        {
            errors.Add(new NetworkFileError(
                key + ".level.value", level.Value.ToString(CultureInfo.InvariantCulture), "at most 100 percent"));
        }

        LocalAgreement.Check(key + ".level", "a level", level.Basis, level.SetBy, level.SetOn, errors);
    }

    private static bool IsMeasure(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2 && parts.All(part => part.Length > 0 && part[0] != '-' && part[^1] != '-'
            && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));
    }
}
