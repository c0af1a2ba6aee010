namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>Who asks, as the sign-in, the wall link or the key says. Nobody at all has no roles.</summary>
/// <param name="Id">Identity, stable for life; never a name.</param>
/// <param name="Name">Name as colleagues say it; the audit holds it.</param>
/// <param name="Roles">What they are here for.</param>
/// <param name="Sites">Codes of the sites that they are given.</param>
/// <param name="Organisation">Code of the partner that they work for; null when they work for none.</param>
/// <param name="Source">The feed whose key was shown; null for people.</param>
public sealed record Actor(
    string Id,
    string Name,
    IReadOnlySet<Role> Roles,
    IReadOnlySet<string> Sites,
    string? Organisation = null,
    string? Source = null)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static readonly Actor Nobody = new(
        string.Empty, "nobody", new HashSet<Role>(), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Whether a person is behind it, and no screen of a wall, program or feed.</summary>
    public bool IsPerson => Id.Length > 0
        && !Id.StartsWith("wall:", StringComparison.Ordinal) && !Id.StartsWith("key:", StringComparison.Ordinal);

    /// <summary>
    /// Whether they may do something. What is limited to own sites, an own organisation or an own source needs a
    /// subject that names one of them: for the whole system it is refused.
    /// </summary>
    public bool May(Operation operation, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Roles.Any(role => Reaches(Grants.Of(role, operation), subject));
    }

    /// <summary>Whether they may do something for anything at all, such as to see the entry of a page.</summary>
    public bool MaySomewhere(Operation operation) =>
        Roles.Any(role => Grants.Of(role, operation) switch
        {
            Reach.Everywhere => true,
            Reach.OwnSites => Sites.Count > 0,
            Reach.OwnOrganisation => Organisation is not null,
            Reach.OwnSource => Source is not null,
            _ => false,
        });

    /// <summary>
    /// What they may do something for, as widely as it goes: the whole system, or each own site and the own
    /// organisation for which they may. Empty when they may nowhere.
    /// </summary>
    public IReadOnlyList<Subject> Widest(Operation operation)
    {
        if (May(operation, Subject.System))
        {
            return [Subject.System];
        }

        var own = Sites.Order(StringComparer.Ordinal).Select(Subject.OfSite);
        return
        [
            .. (Organisation is null ? own : own.Append(Subject.OfOrganisation(Organisation)))
                .Where(subject => May(operation, subject)),
        ];
    }

    private bool Reaches(Reach reach, Subject subject) => reach switch
    {
        Reach.Everywhere => true,
        Reach.OwnSites => subject.Site is { } site && Sites.Contains(site),
        Reach.OwnOrganisation => subject.Organisation is { } code
            && string.Equals(code, Organisation, StringComparison.Ordinal),
        Reach.OwnSource => subject.Source is { } source && string.Equals(source, Source, StringComparison.Ordinal),
        _ => false,
    };
}
