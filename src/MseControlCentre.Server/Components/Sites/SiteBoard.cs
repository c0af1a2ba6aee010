using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>
/// The live board of one site in one order of its wards: everybody who watches it sees the same. It lists patients by
/// pseudonym; no wall is sent any of it.
/// </summary>
/// <param name="code">Site code.</param>
/// <param name="fewestFreeFirst">Whether wards with the fewest free beds come first.</param>
/// <param name="service">Makes what it shows.</param>
public sealed class SiteBoard(string code, bool fewestFreeFirst, SitesService service) : ILivePage
{
    /// <inheritdoc />
    public string Name => NameOf(code, fewestFreeFirst);

    /// <inheritdoc />
    public Need Needs { get; } = new(Operation.SeePatients, Subject.OfSite(code));

    /// <summary>Name of the board of a site.</summary>
    public static string NameOf(string code, bool fewestFreeFirst) =>
        fewestFreeFirst ? $"site:{code}:fewest-free" : $"site:{code}";

    /// <inheritdoc />
    public IReadOnlyList<Fragment> Fragments(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return service.ViewOf(code, published.Picture, fewestFreeFirst) is { } view ? SiteFragments.Of(view, null) : [];
    }
}
