using System.Runtime.InteropServices;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>All that the rules may read of one scope at one instant. It lives as long as the picture is made.</summary>
internal sealed class ScopeView(Scope kind, string code, IReadOnlyList<SiteView> sites, PictureSources sources)
{
    private readonly Dictionary<object, object> _listed = kind == Scope.Site ? sources.ListsOf(code) : [];
    private readonly Dictionary<FeedSubject, Trust> _trust = [];
    private readonly Dictionary<FeedSubject, DateTimeOffset?> _heard = [];
    private ScopeView[]? _parts;

    public Scope Kind { get; } = kind;

    /// <summary>
    /// The scope's code: of the system, the site, <c>site/ward</c>, the virtual ward, unit or partner.
    /// </summary>
    public string Code { get; } = code;

    /// <summary>The site, the site of the ward, or all sites.</summary>
    public IReadOnlyList<SiteView> Sites { get; } = sites;

    public PictureSources Sources { get; } = sources;

    public Moment Moment => Sources.Moment;

    public NetworkMap Network => Sources.Moment.Network;

    /// <summary>Notes what a rule asks for; null while a picture is made.</summary>
    public Inquiry? Inquiry { get; set; }

    /// <summary>The figures of this scope that have been worked out so far.</summary>
    public FigureList Figures { get; } = new(code);

    /// <summary>Virtual-ward stays of this scope: of the virtual ward, of the site they came from, or all.</summary>
    public IReadOnlyList<Story<VirtualWardStanding>> Stays => _stays ??= Kind switch
    {
        Scope.VirtualWard => [.. Sources.Stays.Where(stay => IsThis(stay.Standing.VirtualWard))],
        Scope.Site => [.. Sources.Stays.Where(stay => IsThis(stay.Standing.Site))],
        Scope.System => Sources.Stays,
        _ => [],
    };

    private IReadOnlyList<Story<VirtualWardStanding>>? _stays;

    /// <summary>The 999 calls of the whole service; they belong to the system, not to a site.</summary>
    public IReadOnlyList<Story<EmergencyCallStanding>> EmergencyCalls =>
        Kind == Scope.System ? Sources.EmergencyCalls : [];

    /// <summary>The items of a population in this scope, listed once.</summary>
    public IReadOnlyList<T> Of<T>(Population<T> population) => Listed(population);

    /// <summary>
    /// The same for rules that go through all of them: a span is walked several times as fast as a list.
    /// </summary>
    public ReadOnlySpan<T> Each<T>(Population<T> population) => CollectionsMarshal.AsSpan(Listed(population));

    /// <summary>
    /// How many of a population fulfil a condition. Those of several sites are counted site by site: a list of them all
    /// costs more than the counting.
    /// </summary>
    public int Count<T>(Population<T> population, Func<T, Moment, bool>? condition)
    {
        var count = 0;
        if (IsOfMany(population))
        {
            foreach (var part in Parts)
            {
                count += part.Count(population, condition);
            }

            return count;
        }

        var items = Each(population);
        if (condition is null)
        {
            return items.Length;
        }

        foreach (var item in items)
        {
            count += condition(item, Moment) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The marks of a kind since local midnight.</summary>
    public IReadOnlyList<FlowMark> Today(MarkKind kind)
    {
        if (!_listed.TryGetValue(kind, out var marks))
        {
            _listed.Add(kind, marks = ListToday(kind));
        }

        return (List<FlowMark>)marks;
    }

    /// <summary>The marks of a kind in the last 60 minutes.</summary>
    public IEnumerable<FlowMark> LastHour(MarkKind kind) =>
        Logs.SelectMany(log => log.After(kind, Moment.HourAgo, Moment.At));

    /// <summary>The logs of this scope: its sites', and for the system what belongs to no site.</summary>
    public IEnumerable<MarkLog> Logs => Kind == Scope.System
        ? Sites.Select(site => site.Log).Append(Sources.SystemLog)
        : Sites.Select(site => site.Log);

    /// <summary>The declarations in force of one kind that belong to this scope.</summary>
    public IEnumerable<FlowEvent> Declared<TDeclaration>()
        where TDeclaration : Declaration
    {
        var declared = Sources.Declarations.OfKind<TDeclaration>().Where(Belongs);
        Inquiry?.Asked(typeof(TDeclaration), declared.Any());
        return declared;
    }

    /// <summary>How far what the feeds tell of a subject in this scope can be trusted.</summary>
    public Trust TrustIn(FeedSubject subject)
    {
        Inquiry?.Asked(subject);
        if (!_trust.TryGetValue(subject, out var trust))
        {
            var codes = Sites.Count == 0
                ? Network.Sites.Select(site => site.Code)
                : Sites.Select(site => site.Site.Code);
            trust = Trust.Combine(codes.Select(site => Sources.TrustOf(subject, site)));
            _trust.Add(subject, trust);
        }

        return trust;
    }

    /// <summary>
    /// Since when every site of this scope has been told of by a feed of a subject; null when some site never was.
    /// What happened before may never have been told.
    /// </summary>
    public DateTimeOffset? HeardSince(FeedSubject subject)
    {
        if (!_heard.TryGetValue(subject, out var since))
        {
            _heard.Add(subject, since = FindHeardSince(subject));
        }

        return since;
    }

    private DateTimeOffset? FindHeardSince(FeedSubject subject)
    {
        DateTimeOffset? latest = null;
        foreach (var site in Sites)
        {
            var first = Network.Feeds
                .Where(feed => feed.Protocol != FeedProtocol.Declared
                    && feed.Subjects.Contains(subject)
                    && (feed.Sites.Count == 0 || feed.Sites.Contains(site.Site.Code, StringComparer.Ordinal)))
                .Min(feed => Sources.FindFeed(feed.Id)?.FirstRecordedAt);
            if (first is null)
            {
                return null;
            }

            latest = latest is null || first > latest ? first : latest;
        }

        return latest;
    }

    /// <summary>
    /// The sites of this scope, each as a scope of its own, which shares its lists with the site's figures.
    /// </summary>
    private ScopeView[] Parts =>
        _parts ??= [.. Sites.Select(site => new ScopeView(Scope.Site, site.Site.Code, [site], Sources))];

    private List<T> Listed<T>(Population<T> population)
    {
        if (!_listed.TryGetValue(population, out var listed))
        {
            listed = IsOfMany(population)
                ? Together(part => part.Listed(population))
                : AsList(population.List(this));
            _listed.Add(population, listed);
        }

        return (List<T>)listed;
    }

    private bool IsOfMany<T>(Population<T> population) =>
        Kind is Scope.System or Scope.VirtualWard && population.IsOfSites;

    // Nobody changes a list once it is made, so that a population may be a list that is there already.
    private static List<T> AsList<T>(IEnumerable<T> items) => items as List<T> ?? items.ToList();

    private List<FlowMark> ListToday(MarkKind kind)
    {
        if (Kind != Scope.System)
        {
            return [.. Logs.SelectMany(log => TodayOf(log, kind))];
        }

        var all = Together(part => (List<FlowMark>)part.Today(kind));
        all.AddRange(TodayOf(Sources.SystemLog, kind));
        return all;
    }

    private IEnumerable<FlowMark> TodayOf(MarkLog log, MarkKind kind) => log.Between(kind, Moment.DayStart, Moment.At);

    private List<T> Together<T>(Func<ScopeView, List<T>> list)
    {
        var parts = Array.ConvertAll(Parts, part => list(part));
        var all = new List<T>(parts.Sum(part => part.Count));
        foreach (var part in parts)
        {
            all.AddRange(part);
        }

        return all;
    }

    private bool Belongs(FlowEvent declared) => Kind switch
    {
        Scope.System => true,
        Scope.VirtualWard or Scope.CommunityUnit => SubjectEndsWith(declared),
        Scope.Ward => IsThis(declared.Site + "/" + LastPart(declared)),
        _ => IsThis(declared.Site),
    };

    private bool IsThis(string other) => string.Equals(other, Code, StringComparison.Ordinal);

    private bool SubjectEndsWith(FlowEvent declared) => IsThis(LastPart(declared));

    private static string LastPart(FlowEvent declared)
    {
        var subject = ((Declaration)declared.Detail).Subject;
        return subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }
}
