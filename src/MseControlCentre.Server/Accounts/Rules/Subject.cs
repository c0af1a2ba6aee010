namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>What an operation is about. What is left out is not limited to it.</summary>
/// <param name="Site">Code of a site; null when it is about no single one.</param>
/// <param name="Organisation">Code of the partner that owns it; null when it is about none.</param>
/// <param name="Source">The feed that is sent for; null when it is about none.</param>
public sealed record Subject(string? Site = null, string? Organisation = null, string? Source = null)
{
    /// <summary>The whole system.</summary>
    public static readonly Subject System = new();

    /// <summary>Whether something of a site, which an organisation owns, is within it.</summary>
    /// <param name="site">Code of the site; null when it has none.</param>
    /// <param name="organisation">Code of the partner that owns it; null when nobody is known to.</param>
    public bool Covers(string? site, string? organisation) =>
        this == System
        || (Site is not null && string.Equals(Site, site, StringComparison.Ordinal))
        || (Organisation is not null && string.Equals(Organisation, organisation, StringComparison.Ordinal));

    /// <summary>A site.</summary>
    public static Subject OfSite(string code) => new(Site: code);

    /// <summary>What a partner owns.</summary>
    public static Subject OfOrganisation(string code) => new(Organisation: code);

    /// <summary>What a feed sends.</summary>
    public static Subject OfSource(string id) => new(Source: id);
}
