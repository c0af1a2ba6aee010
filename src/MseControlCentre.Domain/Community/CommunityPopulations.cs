using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Community;

/// <summary>A community unit with its beds or slots as last declared.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Declared">The newest declaration about it; null when none was made.</param>
internal sealed record UnitBeds(CommunityUnit Unit, FlowEvent? Declared);

/// <summary>The declarations that figures of community, 111, out of hours and staffing rest on.</summary>
internal static class CommunityPopulations
{
    /// <summary>The units of the scope: itself, the provider's, or all.</summary>
    public static readonly Population<UnitBeds> Units = new(
        FeedSubject.Community,
        view =>
        {
            var newest = NewestDeclared.ByCode<CommunityCapacityDeclared>(view.Sources.Declarations, one => one.Unit);
            return UnitsOf(view).Select(unit => new UnitBeds(unit, newest.GetValueOrDefault(unit.Code)));
        },
        (beds, _) => beds.Declared is { } declared
            ? Evidence.Of(declared) with { Value = ((CommunityCapacityDeclared)declared.Detail).Capacity }
            : new Evidence(
                EvidenceKind.NetworkFile, beds.Unit.Code, null, null, beds.Unit.Capacity, true, null, []));

    /// <summary>What was declared of the beds of those units.</summary>
    public static readonly Population<FlowEvent> Beds = Declarations(view =>
        view.Of(Units).Where(beds => beds.Declared is not null).Select(beds => beds.Declared!));

    /// <summary>What was declared of the slots of those units.</summary>
    public static readonly Population<FlowEvent> Slots = Declarations(view =>
    {
        var newest = NewestDeclared.ByCode<IntermediateCareSlotsDeclared>(view.Sources.Declarations, one => one.Unit);
        return UnitsOf(view).Where(unit => newest.ContainsKey(unit.Code)).Select(unit => newest[unit.Code]);
    });

    /// <summary>What a provider, a site or, for the system, all of them declared of one kind.</summary>
    public static Population<FlowEvent> By<TDeclaration>()
        where TDeclaration : Declaration => Declarations(view => view.Declared<TDeclaration>());

    private static Population<FlowEvent> Declarations(Func<ScopeView, IEnumerable<FlowEvent>> list) =>
        new(FeedSubject.Community, list, (declared, _) => Evidence.Of(declared));

    private static IEnumerable<CommunityUnit> UnitsOf(ScopeView view) => view.Network.CommunityUnits.Where(unit =>
        view.Kind switch
        {
            Scope.System => true,
            Scope.Partner => string.Equals(unit.Provider, view.Code, StringComparison.Ordinal),
            _ => string.Equals(unit.Code, view.Code, StringComparison.Ordinal),
        });
}
