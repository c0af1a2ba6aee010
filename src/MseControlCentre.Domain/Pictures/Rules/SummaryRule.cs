namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// One number that stands for many: the mean, median, 90th centile, greatest or sum of a value over a population. Items
/// without the value are left out; null when none has it, except for a sum, which is then zero.
/// </summary>
internal sealed class SummaryRule<T>(
    Measure measure,
    Scope scopes,
    Population<T> population,
    Func<T, Moment, double?> value,
    Func<IReadOnlyList<double>, double?> summary,
    int decimals = 1) : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view)
    {
        var values = new List<double>();
        foreach (var item in view.Each(population))
        {
            if (value(item, view.Moment) is { } number)
            {
                values.Add(number);
            }
        }

        return Summarise(values);
    }

    public override Trust TrustIn(ScopeView view) => view.TrustIn(population.Subject);

    public override DateTimeOffset? CountedSinceIn(ScopeView view) => population.CountedSince(view);

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => view.Of(population).Select(item =>
        population.EvidenceOf(item, view) with
        {
            Value = value(item, view.Moment),
            Counted = value(item, view.Moment) is not null,
        });

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) =>
        Summarise([.. evidence.Where(one => one.Counted).Select(one => one.Value).OfType<double>()]);

    private double? Summarise(IReadOnlyList<double> values) =>
        summary(values) is { } found ? Math.Round(found, decimals, MidpointRounding.AwayFromZero) : null;
}
