using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Journal;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Opel;

namespace MseControlCentre.Server.Commands;

/// <summary>
/// Prints OPEL of a past instant as JSON: by the rules of the day, by others adopted, or by those of a file.
/// </summary>
public static class OpelCommand
{
    /// <summary>Prints. Returns the exit code.</summary>
    /// <param name="dataDirectory">The data directory.</param>
    /// <param name="at">The instant.</param>
    /// <param name="ruleSet">A rule-set file or the identity of an adopted one; null for the one in force then.</param>
    /// <param name="output">Takes the scores.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StartRefusedException">
    /// There is no journal, nothing had been recorded by then, or the rule set cannot be had.
    /// </exception>
    public static async Task<int> RunAsync(
        string dataDirectory,
        DateTimeOffset at,
        string? ruleSet,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var data = DataDirectory.OpenExisting(dataDirectory);
        await using var journal = await JournalOpening.OpenReadOnlyAsync(data, cancellationToken);
        var restorer = new StateRestorer(journal, NullLogger<StateRestorer>.Instance);
        var other = ruleSet is null ? null : await FindAsync(ruleSet, journal, restorer, cancellationToken);
        using var past = new PastPictures(journal, restorer);
        var state = await past.AsShownAsync(at, cancellationToken)
            ?? throw new StartRefusedException(
                ExitCodes.BadConfiguration, "--at", $"nothing had been recorded by {at:O}; give a later instant.");
        var document = OpelDocument.From(OpelReading.Of(state.Picture, other));
        await output.WriteLineAsync(JsonSerializer.Serialize(document, OpelJson.Default.OpelDocument));
        return ExitCodes.Ok;
    }

    private static async Task<OpelRuleSet> FindAsync(
        string ruleSet, IJournalReader journal, StateRestorer restorer, CancellationToken cancellationToken)
    {
        if (File.Exists(ruleSet))
        {
            var errors = new List<ConfigurationError>();
            return AdoptableRuleSets.Read(ruleSet, null, errors)?.Rules
                ?? throw new StartRefusedException(ExitCodes.BadConfiguration, errors);
        }

        var centre = await restorer.RestoreAsync(null, cancellationToken);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, cancellationToken))
        {
            foreach (var entry in batch)
            {
                centre.Apply(entry);
            }
        }

        return centre.OpelRuleSets
            .FirstOrDefault(adopted => string.Equals(adopted.Rules.Id, ruleSet, StringComparison.Ordinal))?.Rules
            ?? throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                "--rule-set",
                $"found '{ruleSet}'; expected a rule-set file, or one of the adopted: "
                + string.Join(", ", centre.OpelRuleSets.Select(adopted => adopted.Rules.Id)) + ".");
    }
}
