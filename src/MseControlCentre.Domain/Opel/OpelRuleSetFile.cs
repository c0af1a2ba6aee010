using System.Text.Json;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Opel;

/// <summary>
/// Reads a rule-set file (UTF-8 JSON, <c>deploy/opel/opel.schema.json</c>) into an <see cref="OpelRuleSet"/>.
/// </summary>
public static class OpelRuleSetFile
{
    /// <summary>
    /// Largest file that is read, in bytes (256 KiB): twenty times a shipped one. It bounds the rule set.
    /// </summary>
    public const int LargestBytes = 256 * 1024;

    private const double LargestValue = 1_000_000;
    private const double MostPoints = 1_000;

    /// <summary>Reads a rule-set file and names everything that is wrong with it at once.</summary>
    public static OpelRuleSetFileResult Read(ReadOnlySpan<byte> utf8)
    {
        var errors = new List<NetworkFileError>();
        if (JsonText.Read(utf8, LargestBytes, errors) is not { } root)
        {
            return new OpelRuleSetFileResult(null, errors);
        }

        var rules = RuleSet(new ObjectReader(root, "", errors));
        OpelRuleSetRules.Check(rules, errors);
        return new OpelRuleSetFileResult(rules, errors);
    }

    /// <summary>Reads a rule-set file that the journal keeps.</summary>
    public static OpelRuleSetFileResult Read(JsonElement file) => Read(JsonSerializer.SerializeToUtf8Bytes(file));

    private static OpelRuleSet RuleSet(ObjectReader file)
    {
        // Editors find the schema by this key; nothing else reads it.
        _ = file.OptionalText("$schema");
        return Closed(file, new OpelRuleSet(
            file.Code("id"),
            file.Text("name"),
            file.Text("version"),
            file.Text("source"),
            file.Text("basis"),
            file.Date("validFrom"),
            file.OptionalDate("validTo"),
            file.Objects("parameters", 1, Parameter),
            file.Object("levels", Levels),
            file.Object("rollUp", RollUp)));
    }

    private static OpelParameter Parameter(ObjectReader json) => Closed(json, new OpelParameter(
        json.Code("id"),
        json.Text("name"),
        json.Code("measure"),
        json.Text("unit"),
        json.Text("basis"),
        json.Object("scoring", Scoring)));

    private static OpelScoringTable Scoring(ObjectReader json) => Closed(json, new OpelScoringTable(
        (decimal)json.PositiveNumber("weight", MostPoints),
        json.Objects("bands", 2, Band),
        Agreement(json)));

    private static OpelBand Band(ObjectReader json) => Closed(json, new OpelBand(
        json.OptionalNumber("upTo", -LargestValue, LargestValue),
        (decimal)json.Number("points", 0, MostPoints)));

    private static OpelLevels Levels(ObjectReader json) => Closed(json, new OpelLevels(
        json.Objects("bands", 4, Level),
        Agreement(json)));

    private static OpelLevel Level(ObjectReader json) => Closed(json, new OpelLevel(
        json.Whole("level", 1, 4),
        (decimal)json.PositiveNumber("upTo", LargestValue),
        json.Text("meaning"),
        json.OptionalTexts("actions")));

    private static OpelRollUp RollUp(ObjectReader json) => Closed(json, new OpelRollUp(
        json.Choice<OpelRollUpBy>("by"),
        json.OptionalText("measure"),
        json.OptionalObjects("weights", Weight),
        Agreement(json)));

    private static OpelSiteWeight Weight(ObjectReader json) => Closed(json, new OpelSiteWeight(
        json.Code("site"), (decimal)json.PositiveNumber("weight", LargestValue)));

    private static OpelAgreement Agreement(ObjectReader json) => new(
        json.Text("basis"), json.OptionalText("setBy"), json.OptionalDate("setOn"));

    private static T Closed<T>(ObjectReader json, T read)
    {
        json.RefuseOthers();
        return read;
    }
}

/// <summary>What came of reading a rule-set file: the rule set, or everything that is wrong.</summary>
public sealed class OpelRuleSetFileResult
{
    internal OpelRuleSetFileResult(OpelRuleSet? rules, IReadOnlyList<NetworkFileError> errors)
    {
        Rules = errors.Count == 0 ? rules : null;
        Errors = errors;
    }

    /// <summary>The rule set; null when there is an error.</summary>
    public OpelRuleSet? Rules { get; }

    /// <summary>Every error of the file. Bounded by the size a file may have.</summary>
    public IReadOnlyList<NetworkFileError> Errors { get; }
}
