using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>A sum over the beds of some wards of a scope, trusted as their declared capacity is.</summary>
internal sealed class WardBedsRule(
    Measure measure, Scope scopes, Func<WardBeds, bool> condition, Func<WardBeds, double> beds)
    : FigureRule(measure, scopes)
{
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

    public override Trust TrustIn(ScopeView view) => Trust.Combine(Wards(view).Select(ward => ward.Beds.Capacity));

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => Wards(view).Select(ward =>
        (view.Sources.Declarations.Find(ward.Site, "ward/" + ward.Beds.Ward.Code) is { } declared
            ? Evidence.Of(declared)
            : new Evidence(EvidenceKind.NetworkFile, ward.Beds.Ward.Code, null, null, null, true, ward.Site, [])) with
        {
            Value = beds(ward.Beds),
            Place = ward.Site + "/" + ward.Beds.Ward.Code,
        });

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view) => evidence.Sum(one => one.Value);

    private IEnumerable<(string Site, WardBeds Beds)> Wards(ScopeView view) =>
        view.Sites.SelectMany(site => site.Wards.Where(condition).Select(ward => (site.Site.Code, ward)));
}
