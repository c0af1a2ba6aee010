using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>
/// A sum over the critical care wards for a population, from the ward's beds and what was declared of its levels.
/// Unknown when it is not known of a ward; zero where the network file has no such ward.
/// </summary>
internal sealed class CriticalCareBedsRule(
    Measure measure, WardPopulation population, Func<WardBeds, CriticalCareDeclared?, double?> beds)
    : FigureRule(measure, Scope.SiteAndSystem)
{
    public override double? ValueIn(ScopeView view)
    {
        var sum = 0.0;
        foreach (var (ward, declared, _) in Wards(view))
        {
            if (beds(ward, declared?.Detail as CriticalCareDeclared) is not { } number)
            {
                return null;
            }

            sum += number;
        }

        return sum;
    }

    public override Trust TrustIn(ScopeView view)
    {
        var trust = Trust.Combine(Wards(view).Select(ward => ward.Declared is null
            ? ward.Beds.Capacity
            : Trust.Declared(ward.Declared, view.Moment)));
        return trust == Trust.Nothing ? WardBedsRule.NoSuchWard : trust;
    }

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => Wards(view).Select(ward =>
        (ward.Declared is null
            ? WardBedsRule.EvidenceOf(view, ward.Site, ward.Beds)
            : Evidence.Of(ward.Declared)) with
        {
            Value = beds(ward.Beds, ward.Declared?.Detail as CriticalCareDeclared),
            Place = ward.Site + "/" + ward.Beds.Ward.Code,
        });

    private IEnumerable<(WardBeds Beds, FlowEvent? Declared, string Site)> Wards(ScopeView view)
    {
        foreach (var site in view.Sites)
        {
            foreach (var ward in site.Wards)
            {
                if (WardKinds.IsCriticalCare(ward.Ward, population))
                {
                    var subject = CriticalCareDeclared.SubjectOf(ward.Ward.Code);
                    yield return (ward, view.Sources.Declarations.Find(site.Site.Code, subject), site.Site.Code);
                }
            }
        }
    }
}
