using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.Keeping;

/// <summary>What an account is for.</summary>
/// <param name="Roles">Its roles.</param>
/// <param name="Sites">Codes of the sites that it is given.</param>
/// <param name="Organisation">Code of the partner that it is of; null for none.</param>
public sealed record AccountRights(IReadOnlyList<Role> Roles, IReadOnlyList<string> Sites, string? Organisation)
{
    /// <summary>Roles that a person can have: walls and feeds are no people.</summary>
    public static IReadOnlyList<Role> OfPeople { get; } =
        [.. Enum.GetValues<Role>().Where(role => role is not (Role.Wall or Role.Feed))];

    /// <summary>The rights that a link gives.</summary>
    public static AccountRights Of(Invitation link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new AccountRights([.. link.Roles], [.. link.Sites], link.Organisation);
    }

    /// <summary>What is wrong with them by the network file; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Faults(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. Wrong(network)];
    }

    /// <summary>The rights in words, with codes, such as <c>Site manager; sites RAJ12</c>.</summary>
    public string InWords => string.Join(", ", Roles.Select(AccessWords.Of))
        + (Sites.Count > 0 ? $"; sites {string.Join(", ", Sites)}" : string.Empty)
        + (Organisation is null ? string.Empty : $"; {Organisation}");

    /// <summary>The rights as people say them, such as <c>Site manager; Basildon</c>.</summary>
    /// <param name="network">Knows the names; a code that it does not know stays.</param>
    public string WordsIn(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var sites = Sites.Select(code => network.Sites.FirstOrDefault(
            site => string.Equals(site.Code, code, StringComparison.Ordinal))?.Name ?? code);
        var partner = network.Partners.FirstOrDefault(
            one => string.Equals(one.Code, Organisation, StringComparison.Ordinal))?.Name ?? Organisation;
        return string.Join("; ", new[]
        {
            string.Join(", ", Roles.Select(AccessWords.Of)), string.Join(", ", sites), partner,
        }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private IEnumerable<FieldError> Wrong(NetworkMap network)
    {
        if (Roles.Count == 0 || Roles.Except(OfPeople).Any())
        {
            yield return new FieldError("roles", "Choose at least one role.");
        }

        if (Sites.Except(network.Sites.Select(site => site.Code), StringComparer.Ordinal).Any())
        {
            yield return new FieldError("sites", "Choose sites of the list.");
        }

        if (Roles.Contains(Role.SiteManager) && Sites.Count == 0)
        {
            yield return new FieldError("sites", "A site manager needs a site: choose at least one.");
        }

        if (Roles.Contains(Role.Partner) && Organisation is null)
        {
            yield return new FieldError("organisation", "A partner needs an organisation: choose one.");
        }

        if (Organisation is not null
            && network.Partners.All(one => !string.Equals(one.Code, Organisation, StringComparison.Ordinal)))
        {
            yield return new FieldError("organisation", "Choose an organisation of the list.");
        }
    }
}
