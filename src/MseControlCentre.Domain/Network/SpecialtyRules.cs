namespace MseControlCentre.Domain.Network;

/// <summary>
/// Each specialty belongs to one division, and wards name divisions that there are: a misspelt one would make everybody
/// in the ward an outlier. Areas and types of department are those of emergency departments.
/// </summary>
internal static class SpecialtyRules
{
    private static readonly string[] s_departmentTypes = ["01", "02", "03", "04", "05"];

    public static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        CheckSpecialties(map.Specialties, errors);
        var divisions = map.Specialties.Select(one => one.Division).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < map.Sites.Count; i++)
        {
            for (var j = 0; j < map.Sites[i].Wards.Count; j++)
            {
                CheckWard($"sites[{i}].wards[{j}]", map.Sites[i].Wards[j], divisions, errors);
            }
        }
    }

    private static void CheckSpecialties(IReadOnlyList<Specialty> specialties, List<NetworkFileError> errors)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < specialties.Count; i++)
        {
            var code = specialties[i].Code;
            if (code.Length > 0 && !first.TryAdd(code, i))
            {
                errors.Add(new NetworkFileError(
                    $"specialties[{i}].code",
                    $"the code {code} again",
                    $"a code that specialties[{first[code]}] does not have"));
            }
        }
    }

    private static void CheckWard(
        string key, Ward ward, List<string> divisions, List<NetworkFileError> errors)
    {
        for (var i = 0; i < ward.Divisions.Count; i++)
        {
            if (ward.Divisions[i].Length > 0 && !divisions.Contains(ward.Divisions[i], StringComparer.Ordinal))
            {
                errors.Add(new NetworkFileError(
                    $"{key}.divisions[{i}]",
                    JsonShape.OfText(ward.Divisions[i]),
                    divisions.Count == 0
                        ? "specialties in the file, since divisions are named there"
                        : $"a division of the specialties: {string.Join(", ", divisions)}"));
            }
        }

        if (ward.DepartmentType is { Length: > 0 } type && !s_departmentTypes.Contains(type, StringComparer.Ordinal))
        {
            errors.Add(new NetworkFileError(
                key + ".departmentType", JsonShape.OfText(type), $"one of {string.Join(", ", s_departmentTypes)}"));
        }

        if (ward.Area is not null && ward.Type != WardType.EmergencyDepartment)
        {
            errors.Add(new NetworkFileError(
                key + ".area", $"an area of a ward of type {ward.Type}", "an area only where type is "
                    + "EmergencyDepartment"));
        }
    }
}
