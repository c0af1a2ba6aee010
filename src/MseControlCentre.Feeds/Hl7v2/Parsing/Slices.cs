namespace MseControlCentre.Feeds.Hl7v2.Parsing;

/// <summary>Finds the n-th part of delimited text without parting the rest.</summary>
internal static class Slices
{
    /// <summary>The part at an index (from 0); empty when there are fewer. NUL as delimiter means one part.</summary>
    public static ReadOnlySpan<char> Nth(ReadOnlySpan<char> text, char delimiter, int index)
    {
        if (delimiter == '\0')
        {
            return index == 0 ? text : default;
        }

        for (; index > 0; index--)
        {
            var next = text.IndexOf(delimiter);
            if (next < 0)
            {
                return default;
            }

            text = text[(next + 1)..];
        }

        var end = text.IndexOf(delimiter);
        return end < 0 ? text : text[..end];
    }
}
