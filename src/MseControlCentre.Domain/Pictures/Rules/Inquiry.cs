using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// What a rule asked for while it worked out a figure. So a figure that is not known can say what it lacks, whatever
/// kind of rule it has.
/// </summary>
internal sealed class Inquiry
{
    private readonly List<FeedSubject> _subjects = [];
    private readonly List<Figure> _figures = [];
    private readonly List<(string Kind, bool Declared)> _declarations = [];

    /// <summary>A rule asked how far the feeds of a subject can be trusted.</summary>
    public void Asked(FeedSubject subject) => _subjects.Add(subject);

    /// <summary>A rule asked for a figure.</summary>
    public void Asked(Figure figure) => _figures.Add(figure);

    /// <summary>A rule asked for a kind of declaration.</summary>
    public void Asked(Type declaration, bool declared) => _declarations.Add((declaration.Name, declared));

    /// <summary>What a rule lacks in a scope, asked again while its questions are noted.</summary>
    public static IReadOnlyList<Lack> Into(FigureRule rule, ScopeView view)
    {
        var inquiry = new Inquiry();
        view.Inquiry = inquiry;
        view.Figures.Asked = inquiry.Asked;
        rule.ValueIn(view);
        rule.TrustIn(view);
        view.Inquiry = null;
        view.Figures.Asked = null;
        return inquiry.Lacks(rule, view);
    }

    private List<Lack> Lacks(FigureRule rule, ScopeView view)
    {
        var lacks = Settings.LeftOut(rule.Measure.Id, view.Network)
            .Select(name => new Lack(LackKind.SettingLeftOut, name))
            .Concat(_figures.Where(figure => figure.Value is null)
                .Select(figure => new Lack(LackKind.FigureUnknown, figure.Id)))
            .Concat(_subjects.SelectMany(subject => FeedsThatSayNothing(subject, view)))
            .Concat(_declarations.Where(asked => !asked.Declared)
                .Select(asked => new Lack(LackKind.NothingDeclared, asked.Kind)))
            .Distinct()
            .ToList();
        return lacks.Count > 0 ? lacks : [OfRule(rule, view)];
    }

    private static Lack OfRule(FigureRule rule, ScopeView view) => rule switch
    {
        UnknownRule => new Lack(LackKind.SettingLeftOut, "what this figure is worked out with"),
        OnceToldRule once when !once.IsTold(view) => new Lack(LackKind.NeverTold, string.Empty),
        _ => new Lack(LackKind.NothingToMeasure, string.Empty),
    };

    private static IEnumerable<Lack> FeedsThatSayNothing(FeedSubject subject, ScopeView view)
    {
        var sites = view.Sites.Count == 0 ? view.Network.Sites : view.Sites.Select(site => site.Site);
        foreach (var site in sites)
        {
            var feeds = view.Network.Feeds.Where(feed => Trust.Tells(feed, subject, site.Code)).ToList();
            if (feeds.Count == 0)
            {
                yield return new Lack(LackKind.NoFeed, $"{subject} ({site.Code})");
            }

            foreach (var feed in feeds.Where(feed => view.Sources.FindFeed(feed.Id)?.FirstRecordedAt is null))
            {
                yield return new Lack(LackKind.FeedNeverHeard, feed.Id);
            }
        }
    }
}
