using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Community;

/// <summary>How the declared figures of community, partners, 111, out of hours and staffing are worked out.</summary>
internal static class CommunityRules
{
    private const Scope OfUnits = Scope.CommunityUnit | Scope.Partner | Scope.System;
    private const Scope OfProviders = Scope.Partner | Scope.System;
    private const Scope OfStaff = Scope.Site | Scope.Partner | Scope.System;

    public static IEnumerable<FigureRule> All() =>
        Units().Concat(Slots()).Concat(UrgentResponse()).Concat(Calls()).Concat(OutOfHours()).Concat(Staffing());

    private static IEnumerable<FigureRule> Units() =>
    [
        new UnitCapacityRule(CommunityMeasures.Capacity, OfUnits),
        Sum<CommunityCapacityDeclared>(
            CommunityMeasures.Occupied, OfUnits, CommunityPopulations.Beds, one => one.Occupied),
        Sum<CommunityCapacityDeclared>(
            CommunityMeasures.Free, OfUnits, CommunityPopulations.Beds, one => one.Capacity - one.Occupied),
    ];

    private static IEnumerable<FigureRule> Slots()
    {
        DeclarationsRule<IntermediateCareSlotsDeclared> Of(
            Measure measure, Func<IntermediateCareSlotsDeclared, double?> slots) =>
            Sum(measure, OfUnits, CommunityPopulations.Slots, slots, isOfDay: true);
        return
        [
            Of(CommunityMeasures.SlotsOffered, one => one.Offered),
            Of(CommunityMeasures.SlotsBooked, one => one.Booked),
            Of(CommunityMeasures.SlotsUsed, one => one.Used),
            Of(CommunityMeasures.SlotsUnused, one => one.Offered - one.Used),
        ];
    }

    private static IEnumerable<FigureRule> UrgentResponse()
    {
        var declared = CommunityPopulations.By<UrgentCommunityResponseDeclared>();
        return
        [
            Sum<UrgentCommunityResponseDeclared>(
                CommunityMeasures.UrgentResponseReferrals, OfProviders, declared, one => one.Referrals, isOfDay: true),
            Share<UrgentCommunityResponseDeclared>(
                CommunityMeasures.UrgentResponseShare, declared, one => one.SeenWithinTwoHours, one => one.Referrals),
        ];
    }

    private static IEnumerable<FigureRule> Calls()
    {
        var declared = CommunityPopulations.By<Nhs111DemandDeclared>();
        return
        [
            Sum<Nhs111DemandDeclared>(
                CallMeasures.CallsOffered, OfProviders, declared, one => one.CallsOffered, isOfDay: true),
            Share<Nhs111DemandDeclared>(
                CallMeasures.AnsweredShare, declared, one => one.AnsweredWithin60Seconds, one => one.CallsOffered),
            Share<Nhs111DemandDeclared>(
                CallMeasures.AbandonedShare, declared, one => one.Abandoned, one => one.CallsOffered),
            Sum<Nhs111DemandDeclared>(
                CallMeasures.EdDispositions, OfProviders, declared, one => one.EdDispositions, isOfDay: true),
        ];
    }

    private static IEnumerable<FigureRule> OutOfHours()
    {
        var declared = CommunityPopulations.By<OutOfHoursDemandDeclared>();
        return
        [
            Sum<OutOfHoursDemandDeclared>(
                CallMeasures.OutOfHoursContacts, OfProviders, declared, one => one.Contacts, isOfDay: true),
            Sum<OutOfHoursDemandDeclared>(CallMeasures.OutOfHoursWaiting, OfProviders, declared, one => one.Waiting),
            new DeclarationsRule<OutOfHoursDemandDeclared>(
                CallMeasures.OutOfHoursLongestWait,
                OfProviders,
                declared,
                one => one.LongestWaitMinutes,
                all => all.Max(one => one.LongestWaitMinutes),
                isOfDay: false),
        ];
    }

    private static IEnumerable<FigureRule> Staffing()
    {
        var declared = CommunityPopulations.By<StaffingDeclared>();
        return
        [
            Sum<StaffingDeclared>(StaffingMeasures.Required, OfStaff, declared, one => one.Required),
            Sum<StaffingDeclared>(StaffingMeasures.Filled, OfStaff, declared, one => one.Filled),
            Sum<StaffingDeclared>(
                StaffingMeasures.Gap, OfStaff, declared, one => Math.Max(0, one.Required - one.Filled)),
        ];
    }

    private static DeclarationsRule<TDeclaration> Sum<TDeclaration>(
        Measure measure,
        Scope scopes,
        Population<FlowEvent> declared,
        Func<TDeclaration, double?> each,
        bool isOfDay = false)
        where TDeclaration : Declaration =>
        new(measure, scopes, declared, each, all => all.Sum(each), isOfDay);

    /// <summary>A share of what all declared together; null when there was nothing to share.</summary>
    private static DeclarationsRule<TDeclaration> Share<TDeclaration>(
        Measure measure,
        Population<FlowEvent> declared,
        Func<TDeclaration, double> part,
        Func<TDeclaration, double> whole)
        where TDeclaration : Declaration => new(
            measure,
            OfProviders,
            declared,
            one => FigureList.Percent(part(one), whole(one)),
            all =>
            {
                var (parts, wholes) = all.Aggregate(
                    (Part: 0.0, Whole: 0.0), (sum, one) => (sum.Part + part(one), sum.Whole + whole(one)));
                return FigureList.Percent(parts, wholes);
            },
            isOfDay: true);
}
