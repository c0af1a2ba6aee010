using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Opel;

/// <summary>
/// Whether a rule set fits the network it is to score: every measure it names is one that sites have, in the unit it
/// says, and every site has a weight. What does not fit would for ever be missing, which nobody should find out by a
/// level that stays provisional.
/// </summary>
public static class OpelRuleSetFit
{
    /// <summary>Everything that does not fit.</summary>
    public static IReadOnlyList<NetworkFileError> Errors(OpelRuleSet rules, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var measures = new FigureRules(network).MeasuresOf(Scope.Site).ToDictionary(
            measure => measure.Id, StringComparer.Ordinal);
        var errors = new List<NetworkFileError>();
        for (var i = 0; i < rules.Parameters.Count; i++)
        {
            var parameter = rules.Parameters[i];
            if (Find(parameter.Measure, $"parameters[{i}].measure", measures, errors) is { } measure
                && !string.Equals(measure.Unit, parameter.Unit, StringComparison.Ordinal))
            {
                errors.Add(new NetworkFileError(
                    $"parameters[{i}].unit", parameter.Unit, $"{measure.Unit}, the unit of {measure.Id}"));
            }
        }

        if (rules.RollUp.Measure is { } weight)
        {
            Find(weight, "rollUp.measure", measures, errors);
        }
        else
        {
            CheckSites(rules.RollUp, network, errors);
        }

        return errors;
    }

    private static Measure? Find(
        string id, string key, Dictionary<string, Measure> measures, List<NetworkFileError> errors)
    {
        if (measures.TryGetValue(id, out var measure))
        {
            return measure;
        }

        var nearest = NearestName.To(id, measures.Keys);
        errors.Add(new NetworkFileError(
            key,
            $"the measure {id}",
            "a measure of the sites, as /api/picture lists them"
            + (nearest is null ? string.Empty : $"; perhaps {nearest} is meant")));
        return null;
    }

    private static void CheckSites(OpelRollUp rollUp, NetworkMap network, List<NetworkFileError> errors)
    {
        var sites = network.Sites.Select(site => site.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < rollUp.Weights.Count; i++)
        {
            if (!sites.Remove(rollUp.Weights[i].Site))
            {
                errors.Add(new NetworkFileError(
                    $"rollUp.weights[{i}].site",
                    $"the site {rollUp.Weights[i].Site}",
                    $"a site of the network {network.Name}: "
                    + string.Join(", ", network.Sites.Select(site => site.Code))));
            }
        }

        foreach (var site in sites.Order(StringComparer.Ordinal))
        {
            errors.Add(new NetworkFileError(
                "rollUp.weights", $"no weight for the site {site}", "a weight for each site"));
        }
    }
}
