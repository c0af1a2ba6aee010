namespace MseControlCentre.Domain.Discharges;

/// <summary>
/// Two texts name the same reason when their letters and digits do, whatever their case: senders differ in dashes
/// (<c>-</c>, <c>–</c>), spaces and brackets. The hash is the same in every process.
/// </summary>
internal sealed class DelayReasonText : IEqualityComparer<string>
{
    public static readonly DelayReasonText Instance = new();

    // FNV-1a, 32 bits.
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    private DelayReasonText()
    {
    }

    public bool Equals(string? x, string? y)
    {
        var (left, right) = (x ?? string.Empty, y ?? string.Empty);
        var (i, j) = (0, 0);
        while (true)
        {
            i = NextLetter(left, i);
            j = NextLetter(right, j);
            if (i == left.Length || j == right.Length)
            {
                return i == left.Length && j == right.Length;
            }

            if (char.ToUpperInvariant(left[i++]) != char.ToUpperInvariant(right[j++]))
            {
                return false;
            }
        }
    }

    public int GetHashCode(string obj)
    {
        var hash = Basis;
        for (var index = NextLetter(obj, 0); index < obj.Length; index = NextLetter(obj, index + 1))
        {
            hash = (hash ^ char.ToUpperInvariant(obj[index])) * Prime;
        }

        return unchecked((int)hash);
    }

    private static int NextLetter(string text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
