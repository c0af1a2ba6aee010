namespace MseControlCentre.Domain.Network;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The name closest to a written one by edits; null when none is close (more than a third is different).
    /// </summary>
    public static string? To(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestCompared)
        {
            return null;
        }

        var nearest = names
            .Select(name => (Name: name, Edits: Edits(written, name)))
            .OrderBy(candidate => candidate.Edits)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Edits * 3 <= Math.Max(written.Length, nearest.Name.Length)
            ? nearest.Name
            : null;
    }

    /// <summary>Levenshtein distance, case ignored.</summary>
    private static int Edits(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(
                    Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (same ? 0 : 1));
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
