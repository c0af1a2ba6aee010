using System.Globalization;
using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// A plan of escalation names each level once, has triggers that rise with the levels, and says of everything that no
/// source gives who agreed it.
/// </summary>
public static class EscalationRules
{
    private const string Plan = "escalation";

    /// <summary>The unit of a kind's limit; null for a kind that nothing opens by itself.</summary>
    public static string? UnitOf(EscalationKind kind) => kind switch
    {
        EscalationKind.HandoverDelay or EscalationKind.FeedSilent => "minutes",
        EscalationKind.NoCubicleFree => "percent",
        EscalationKind.DischargeDeficit or EscalationKind.VirtualWardFull => "patients",
        EscalationKind.WardClosed => "beds",
        EscalationKind.OpelChange => "level",
        EscalationKind.Staffing => "shifts",
        _ => null,
    };

    internal static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        var plan = map.Escalation;
        CheckLevels(plan, errors);
        CheckTriggers(plan, errors);
        CheckCards(map, errors);
        CheckOne(Plan + ".raiseAgainAfter", plan.RaiseAgainAfter, "minutes", errors);
        if (plan.StandDownAfter is { } standDown)
        {
            CheckOne(Plan + ".standDownAfter", standDown, "minutes", errors);
        }
    }

    private static void CheckLevels(EscalationPlan plan, List<NetworkFileError> errors)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, level) in plan.Levels.Index())
        {
            var key = $"{Plan}.levels[{index}]";
            if (level.Code.Length > 0 && !named.Add(level.Code))
            {
                errors.Add(new NetworkFileError(key + ".code", $"the code {level.Code} again", "each level once"));
            }

            if (level.AcknowledgeWithin is { } acknowledge)
            {
                CheckOne(key + ".acknowledgeWithin", acknowledge, "minutes", errors);
            }

            if (level.ResolveWithin is { } resolve)
            {
                CheckOne(key + ".resolveWithin", resolve, "minutes", errors);
            }
        }
    }

    private static void CheckTriggers(EscalationPlan plan, List<NetworkFileError> errors)
    {
        var highest = new Dictionary<EscalationKind, (int Rank, double Limit)>();
        foreach (var (index, trigger) in plan.Triggers.Index())
        {
            var key = $"{Plan}.triggers[{index}]";
            var rank = plan.RankOf(trigger.Level);
            if (rank < 0 && trigger.Level.Length > 0)
            {
                errors.Add(new NetworkFileError(
                    key + ".level",
                    $"the code {trigger.Level}",
                    "the code of a level: " + string.Join(", ", plan.Levels.Select(level => level.Code))));
            }

            if (UnitOf(trigger.Kind) is not { } unit)
            {
                errors.Add(new NetworkFileError(
                    key + ".kind", trigger.Kind.ToString(), "a kind that a figure can tell; people raise this one"));
                continue;
            }

            CheckOne(key + ".limit", trigger.Limit, unit, errors);
            if (highest.TryGetValue(trigger.Kind, out var before)
                && (rank <= before.Rank || trigger.Limit.Value <= before.Limit))
            {
                errors.Add(new NetworkFileError(
                    key,
                    "a level or a limit that is not above the one before it",
                    $"triggers of {trigger.Kind} by rising level and rising limit"));
            }

            highest[trigger.Kind] = (rank, trigger.Limit.Value);
        }
    }

    private static void CheckCards(NetworkMap map, List<NetworkFileError> errors)
    {
        var sites = map.Sites.Select(site => site.Code).ToList();
        foreach (var (index, card) in map.Escalation.Cards.Index())
        {
            var key = $"{Plan}.actionCards[{index}]";
            foreach (var site in card.Sites.Where(code => !sites.Contains(code, StringComparer.Ordinal)))
            {
                errors.Add(new NetworkFileError(
                    key + ".sites", $"the code {site}", $"codes of {string.Join(", ", sites)}"));
            }

            foreach (var twice in card.Actions.GroupBy(action => action.Code, StringComparer.Ordinal)
                .Where(same => same.Key.Length > 0 && same.Skip(1).Any()))
            {
                errors.Add(new NetworkFileError(
                    key + ".actions", $"the code {twice.Key} again", "each action of a card once"));
            }
        }
    }

    private static void CheckOne(string key, Threshold threshold, string unit, List<NetworkFileError> errors)
    {
        if (threshold.Unit.Length > 0 && !string.Equals(threshold.Unit, unit, StringComparison.Ordinal))
        {
            errors.Add(new NetworkFileError(key + ".unit", JsonShape.OfText(threshold.Unit), $"'{unit}'"));
        }

        if (unit is "level" && threshold.Value is not (1 or 2 or 3 or 4))
        {
            errors.Add(new NetworkFileError(
                key + ".value", threshold.Value.ToString(CultureInfo.InvariantCulture), "a level from 1 to 4"));
        }

        LocalAgreement.Check(key, "a limit", threshold.Basis, threshold.SetBy, threshold.SetOn, errors);
    }
}
