namespace MseControlCentre.Domain.Pictures;

/// <summary>Collects the figures of one scope. What rests on nothing heard has no value: unknown is not zero.</summary>
internal sealed class FigureList(string scope)
{
    private readonly Dictionary<string, Figure> _byMeasure = new(StringComparer.Ordinal);

    /// <summary>Told of each figure that a rule asks for; null while nobody wants to know.</summary>
    public Action<Figure>? Asked { get; set; }

    /// <summary>
    /// Adds a figure that a rule asks for too early; null while all are added in the order of the rules.
    /// </summary>
    public Action<string>? Missing { get; set; }

    /// <summary>A figure added before.</summary>
    /// <exception cref="KeyNotFoundException">It was not: the order of the rules is wrong.</exception>
    public Figure this[Measure measure]
    {
        get
        {
            var figure = Look(measure.Id) ?? throw new KeyNotFoundException($"{measure.Id} was not worked out before.");
            Asked?.Invoke(figure);
            return figure;
        }
    }

    /// <summary>The figure of a measure, if it was added before.</summary>
    public Figure? Find(string measureId)
    {
        if (Look(measureId) is not { } figure)
        {
            return null;
        }

        Asked?.Invoke(figure);
        return figure;
    }

    public void Add(Measure measure, double? value, Trust trust, DateTimeOffset? countedSince = null)
    {
        var known = value is not null && trust.Quality != FigureQuality.Unknown;
        var figure = new Figure(
            scope,
            measure,
            known ? value : null,
            known ? trust.Quality : FigureQuality.Unknown,
            trust.Source,
            trust.AsOf,
            countedSince);
        _byMeasure.Add(measure.Id, figure);
    }

    /// <summary>Makes room for so many figures at once, so that the list is not copied as it grows.</summary>
    public void Expect(int figures) => _byMeasure.EnsureCapacity(figures);

    public FigureSet ToSet() => new(_byMeasure);

    private Figure? Look(string measureId)
    {
        if (Missing is not null && !_byMeasure.ContainsKey(measureId))
        {
            Missing(measureId);
        }

        return _byMeasure.GetValueOrDefault(measureId);
    }

    /// <summary>A share in percent to one decimal; null when there is nothing to share.</summary>
    public static double? Percent(double part, double whole) =>
        whole > 0 ? Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero) : null;
}
