using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>The scopes of one picture: the system, its sites, their wards, and what else has figures.</summary>
internal sealed class Scopes
{
    public Scopes(PictureSources sources, Func<Site, Moment, SiteView> viewSite)
    {
        Sources = sources;
        Sites = [.. sources.Moment.Network.Sites.Select(site => viewSite(site, sources.Moment))];
    }

    public PictureSources Sources { get; }

    public IReadOnlyList<SiteView> Sites { get; }

    public ScopeView System => new(Scope.System, Sources.Moment.Network.Code, Sites, Sources);

    public ScopeView Of(SiteView site) => new(Scope.Site, site.Site.Code, [site], Sources);

    /// <summary>
    /// A scope that is no place in a hospital: a virtual ward, a community unit, a partner. A virtual ward sees the
    /// patients of all sites, since they may come to it.
    /// </summary>
    public ScopeView Other(Scope kind, string code) => new(kind, code, kind == Scope.VirtualWard ? Sites : [], Sources);

    /// <summary>The wards of a site, each with only the patients who are in it.</summary>
    public IEnumerable<(Ward Ward, ScopeView View)> WardsOf(SiteView site)
    {
        var inBeds = site.Inpatients.ToLookup(WardOf, StringComparer.Ordinal);
        var inDepartment = site.InDepartment.ToLookup(WardOf, StringComparer.Ordinal);
        foreach (var ward in site.Wards)
        {
            var code = ward.Ward.Code;
            var view = site with
            {
                Inpatients = [.. inBeds[code]],
                InDepartment = [.. inDepartment[code]],
                Expected = [],
                Conveyances = [],
                Wards = [ward],
                Log = MarkLog.Empty,
            };
            yield return (ward.Ward, new ScopeView(Scope.Ward, $"{site.Site.Code}/{code}", [view], Sources));
        }
    }

    /// <summary>The scope with a code; null when there is none.</summary>
    public ScopeView? Find(string code)
    {
        var network = Sources.Moment.Network;
        bool Is(string other) => string.Equals(code, other, StringComparison.Ordinal);
        if (Is(network.Code))
        {
            return System;
        }

        var slash = code.IndexOf('/', StringComparison.Ordinal);
        var siteCode = slash < 0 ? code : code[..slash];
        if (Sites.FirstOrDefault(site => string.Equals(site.Site.Code, siteCode, StringComparison.Ordinal)) is { } site)
        {
            return slash < 0 ? Of(site) : WardsOf(site).FirstOrDefault(ward => Is(ward.View.Code)).View;
        }

        return network.VirtualWards.Any(ward => Is(ward.Code)) ? Other(Scope.VirtualWard, code)
            : network.CommunityUnits.Any(unit => Is(unit.Code)) ? Other(Scope.CommunityUnit, code)
            : network.Partners.Any(partner => Is(partner.Code)) ? Other(Scope.Partner, code)
            : null;
    }

    private static string WardOf(Encounter encounter) => encounter.Standing.Place?.Ward ?? string.Empty;
}
