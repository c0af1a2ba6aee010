using System.Collections;

namespace MseControlCentre.Simulation.Tests.Month;

/// <summary>A board that shows 1 for every measure: for tests that look at the published column alone.</summary>
internal sealed class AnyFigure : IReadOnlyDictionary<string, double?>
{
    public int Count => 0;

    public IEnumerable<string> Keys => [];

    public IEnumerable<double?> Values => [];

    public double? this[string key] => 1;

    public bool ContainsKey(string key) => true;

    public bool TryGetValue(string key, out double? value)
    {
        value = 1;
        return true;
    }

    public IEnumerator<KeyValuePair<string, double?>> GetEnumerator() =>
        Enumerable.Empty<KeyValuePair<string, double?>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
