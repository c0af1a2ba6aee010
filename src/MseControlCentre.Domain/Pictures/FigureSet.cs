using System.Collections;

namespace MseControlCentre.Domain.Pictures;

/// <summary>The figures of one scope, found by measure.</summary>
public sealed class FigureSet : IReadOnlyCollection<Figure>
{
    private readonly Dictionary<string, Figure> _byMeasure;

    /// <summary>Holds figures of one scope, one for each measure.</summary>
    public FigureSet(IReadOnlyCollection<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        _byMeasure = new Dictionary<string, Figure>(figures.Count, StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            _byMeasure.Add(figure.Measure.Id, figure);
        }
    }

    /// <summary>Takes over figures of one scope that are found by measure already.</summary>
    internal FigureSet(Dictionary<string, Figure> byMeasure) => _byMeasure = byMeasure;

    /// <inheritdoc />
    public int Count => _byMeasure.Count;

    /// <summary>The figure of a measure.</summary>
    /// <exception cref="KeyNotFoundException">
    /// This scope has no such figure: a programming error, not missing data.
    /// </exception>
    public Figure this[Measure measure] => _byMeasure[measure.Id];

    /// <summary>The figure of a measure, or null when this scope has none.</summary>
    public Figure? Find(string measureId) => _byMeasure.GetValueOrDefault(measureId);

    /// <inheritdoc />
    public IEnumerator<Figure> GetEnumerator() => _byMeasure.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
