using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>
/// A sum over the beds of some wards of a scope, trusted as their declared capacity is. Where the network file has no
/// such ward there are no such beds, unless its silence means that nothing was told.
/// </summary>
internal sealed class WardBedsRule(
    Measure measure,
    Scope scopes,
    Func<WardBeds, bool> condition,
    Func<WardBeds, double> beds,
    bool unknownWithoutWards = false) : FigureRule(measure, scopes)
{
    /// <summary>The network file has no such ward: then there are no beds, and that is known.</summary>
    public static readonly Trust NoSuchWard = new(FigureQuality.Declared, "network file", null);

    public override double? ValueIn(ScopeView view)
    {
        var sum = 0.0;
        foreach (var site in view.Sites)
        {
            foreach (var ward in site.Wards)
            {
                sum += condition(ward) ? beds(ward) : 0;
            }
        }

        return sum;
    }

    public override Trust TrustIn(ScopeView view)
    {
        var trust = Trust.Combine(Wards(view).Select(ward => ward.Beds.Capacity));
        return trust == Trust.Nothing && !unknownWithoutWards ? NoSuchWard : trust;
    }

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => Wards(view).Select(ward =>
        EvidenceOf(view, ward.Site, ward.Beds) with { Value = beds(ward.Beds) });

    /// <summary>What the beds of a ward rest on: what was declared of it, or the network file.</summary>
    public static Evidence EvidenceOf(ScopeView view, string site, WardBeds ward) =>
        (view.Sources.Declarations.Find(site, "ward/" + ward.Ward.Code) is { } declared
            ? Evidence.Of(declared)
            : new Evidence(EvidenceKind.NetworkFile, ward.Ward.Code, null, null, null, true, site, [])) with
        {
            Place = site + "/" + ward.Ward.Code,
        };

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) => evidence.Sum(one => one.Value);

    private IEnumerable<(string Site, WardBeds Beds)> Wards(ScopeView view) =>
        view.Sites.SelectMany(site => site.Wards.Where(condition).Select(ward => (site.Site.Code, ward)));
}
