using System.Security.Cryptography;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Journal;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Opel;

/// <summary>
/// Writes the OPEL rule sets into the journal when their content is not what was adopted last, so that a replay scores
/// by the rules of its day. A rule set whose file is gone stays adopted: past days were scored by it.
/// </summary>
public sealed class OpelAdoption(
    IJournal journal,
    AdoptableRuleSets ruleSets,
    AdoptableNetwork network,
    TimeProvider clock,
    ILogger<OpelAdoption> logger)
{
    /// <summary>Adopts what is new or has changed. Returns whether anything was.</summary>
    public async Task<bool> AdoptAsync(
        IReadOnlyList<AdoptedOpelRuleSet> adopted, long sequence, CancellationToken cancellationToken)
    {
        var changed = ruleSets.All.Where(file => !adopted.Any(known => IsSame(known.Adopted, file))).ToList();
        if (changed.Count == 0)
        {
            return false;
        }

        await journal.AppendAsync([.. changed.Select(file => Adoption(file, sequence))], cancellationToken);
        foreach (var rules in changed.Select(file => file.Rules))
        {
            logger.LogInformation("Adopted version {Version} of the OPEL rule set {Name}.", rules.Version, rules.Name);
        }

        return true;
    }

    private static bool IsSame(OpelRuleSetAdopted known, AdoptableRuleSet file) =>
        string.Equals(known.RuleSet, file.Rules.Id, StringComparison.Ordinal)
        && JsonElement.DeepEquals(known.File, file.Content);

    private FlowEvent Adoption(AdoptableRuleSet file, long sequence)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(file.Content);
        return new FlowEvent
        {
            Source = NetworkAdoption.OwnSource,
            MessageId = $"opel/{file.Rules.Id}/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{sequence}",
            OccurredAt = clock.GetUtcNow(),
            Site = network.Map.Code,
            Detail = new OpelRuleSetAdopted(file.Rules.Id, file.Rules.Version, file.Content),
        };
    }
}
