namespace MseControlCentre.Tests.Shared;

/// <summary>Every order of a few things.</summary>
public static class Permutations
{
    /// <summary>All orders of the items; n items have n! of them, so keep n small.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items)
    {
        if (items.Count <= 1)
        {
            yield return items;
            yield break;
        }

        for (var first = 0; first < items.Count; first++)
        {
            var rest = items.Where((_, index) => index != first).ToList();
            foreach (var order in Of<T>(rest))
            {
                yield return [items[first], .. order];
            }
        }
    }
}
