using System.Globalization;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// A usual day is one of sites of this network and has arrivals; a discharge target rises to the whole of the day.
/// </summary>
internal static class DemandRules
{
    private const string Target = "dischargeTarget";
    private const double Whole = 100;

    public static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        if (map.Demand is { } usual)
        {
            CheckSites(usual.Sites, map, errors);
            if (usual.ArrivalsByHour.Count > 0 && usual.ArrivalsByHour.Sum() <= 0)
            {
                errors.Add(new NetworkFileError(
                    "demand.arrivalsByHour", "a day without arrivals", "at least one hour above 0"));
            }
        }

        if (map.DischargeTarget is { } target)
        {
            CheckRises(target.ByEndOfHour, errors);
            LocalAgreement.Check(Target, "a target", target.Basis, target.SetBy, target.SetOn, errors);
        }
    }

    private static void CheckSites(IReadOnlyList<SiteDemand> demands, NetworkMap map, List<NetworkFileError> errors)
    {
        var codes = map.Sites.Select(site => site.Code).ToList();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < demands.Count; i++)
        {
            var key = $"demand.sites[{i}].site";
            var code = demands[i].Site;
            if (code.Length > 0 && !codes.Contains(code, StringComparer.Ordinal))
            {
                errors.Add(new NetworkFileError(key, $"the code {code}", $"one of {string.Join(", ", codes)}"));
            }
            else if (code.Length > 0 && !first.TryAdd(code, i))
            {
                errors.Add(new NetworkFileError(
                    key, $"the code {code} again", $"a code that demand.sites[{first[code]}] does not have"));
            }
        }
    }

    private static void CheckRises(IReadOnlyList<double> byEndOfHour, List<NetworkFileError> errors)
    {
        const string Hours = Target + ".byEndOfHour";
        for (var hour = 1; hour < byEndOfHour.Count; hour++)
        {
            if (byEndOfHour[hour] < byEndOfHour[hour - 1])
            {
                errors.Add(new NetworkFileError(
                    $"{Hours}[{hour}]",
                    Number(byEndOfHour[hour]),
                    $"at least {Number(byEndOfHour[hour - 1])}, as the hour before it: who has left has left"));
            }
        }

        if (byEndOfHour.Count > 0 && byEndOfHour[^1] < Whole)
        {
            errors.Add(new NetworkFileError(
                $"{Hours}[{byEndOfHour.Count - 1}]", Number(byEndOfHour[^1]), "100: all of the day's discharges"));
        }
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
