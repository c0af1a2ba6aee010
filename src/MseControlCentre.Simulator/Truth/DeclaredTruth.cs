using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Truth;

/// <summary>What partners and sites declared, as figures.</summary>
internal static class DeclaredTruth
{
    /// <summary>Figures of the system: scope and measure to value.</summary>
    public static IEnumerable<(string Scope, string Measure, double? Value)> Figures(
        NetworkFile network, DeclaredBook declared)
    {
        foreach (var unit in network.CommunityUnits)
        {
            foreach (var (measure, value) in Units(declared, [unit]))
            {
                yield return (unit.Code, measure, value);
            }

            if (unit.Pathway == 1)
            {
                foreach (var (measure, value) in Slots(declared, unit.Code))
                {
                    yield return (unit.Code, measure, value);
                }
            }
        }

        var system = Units(declared, network.CommunityUnits).Concat(Slots(declared, null)).Concat(Calls(declared));
        foreach (var (measure, value) in system)
        {
            yield return (network.Code, measure, value);
        }

        foreach (var site in network.Sites.Select(site => site.Code))
        {
            foreach (var (measure, value) in Staff(declared, site))
            {
                yield return (site, measure, value);
            }

            yield return (site, "opel.declared", declared.Sum("opel", 0, site));
        }

        foreach (var (measure, value) in Staff(declared, null))
        {
            yield return (network.Code, measure, value);
        }

        yield return (network.Code, "opel.declared", declared.Sum("opel", 0, network.Code));
    }

    // Of a unit that never declared, the beds of the network file are open; nothing is known of who is in them.
    private static IEnumerable<(string Measure, double? Value)> Units(
        DeclaredBook declared, IReadOnlyList<NetworkCommunityUnit> units)
    {
        var told = units.Where(unit => declared.Sum("community", 0, unit.Code) is not null).ToList();
        double? occupied = told.Count == 0 ? null : told.Sum(unit => declared.Sum("community", 1, unit.Code));
        yield return ("community.capacity",
            units.Sum(unit => declared.Sum("community", 0, unit.Code) ?? unit.Capacity));
        yield return ("community.occupied", occupied);
        yield return ("community.free", told.Sum(unit => declared.Sum("community", 0, unit.Code)) - occupied);
    }

    private static IEnumerable<(string Measure, double? Value)> Slots(DeclaredBook declared, string? unit)
    {
        var (offered, used) = (declared.Sum("slots", 0, unit), declared.Sum("slots", 2, unit));
        yield return ("community.slots-offered", offered);
        yield return ("community.slots-booked", declared.Sum("slots", 1, unit));
        yield return ("community.slots-used", used);
        yield return ("community.slots-unused", offered - used);
    }

    private static IEnumerable<(string Measure, double? Value)> Calls(DeclaredBook declared)
    {
        var offered = declared.Sum("nhs-111", 0);
        yield return ("nhs-111.calls-offered", offered);
        yield return ("nhs-111.answered-60-share", Share(declared.Sum("nhs-111", 1), offered));
        yield return ("nhs-111.abandoned-share", Share(declared.Sum("nhs-111", 2), offered));
        yield return ("nhs-111.ed-dispositions", declared.Sum("nhs-111", 3));
        var referrals = declared.Sum("urgent-response", 0);
        yield return ("community.urgent-response-referrals", referrals);
        yield return ("community.urgent-response-share", Share(declared.Sum("urgent-response", 1), referrals));
        yield return ("out-of-hours.contacts", declared.Sum("out-of-hours", 0));
        yield return ("out-of-hours.waiting", declared.Sum("out-of-hours", 1));
        yield return ("out-of-hours.longest-wait", declared.Sum("out-of-hours", 2));
    }

    private static IEnumerable<(string Measure, double? Value)> Staff(DeclaredBook declared, string? site)
    {
        var groups = declared.Of("staffing")
            .Where(one => site is null || string.Equals(one.Scope, site, StringComparison.Ordinal)).ToList();
        yield return ("staffing.required", declared.Sum("staffing", 0, site));
        yield return ("staffing.filled", declared.Sum("staffing", 1, site));
        yield return ("staffing.gap",
            groups.Count == 0 ? null : groups.Sum(one => Math.Max(0, one.Values[0]!.Value - one.Values[1]!.Value)));
    }

    private static double? Share(double? part, double? whole) =>
        part is { } some && whole is { } all ? Shares.Percent(some, all) : null;
}
