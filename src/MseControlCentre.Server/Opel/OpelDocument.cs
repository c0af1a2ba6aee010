using System.Text.Json;
using System.Text.Json.Serialization;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Api;

namespace MseControlCentre.Server.Opel;

/// <summary>OPEL as the API and the command line write it.</summary>
/// <param name="At">The instant it describes (UTC).</param>
/// <param name="Sequence">The last journal entry it knows.</param>
/// <param name="Network">The system.</param>
/// <param name="RuleSet">The rule set it is scored by; null when none was in force.</param>
/// <param name="InForce">Identity of the rule set in force on that local day; null when none was.</param>
/// <param name="System">The system.</param>
/// <param name="Sites">Its sites.</param>
public sealed record OpelDocument(
    DateTimeOffset At,
    long Sequence,
    NetworkName Network,
    OpelRuleSetName? RuleSet,
    string? InForce,
    OpelSystemRow System,
    IReadOnlyList<OpelSiteRow> Sites)
{
    /// <summary>Writes a reading.</summary>
    public static OpelDocument From(OpelReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var picture = reading.Picture;
        return new OpelDocument(
            picture.At,
            picture.Sequence,
            new NetworkName(picture.NetworkCode, picture.NetworkName, picture.TimeZone),
            OpelRuleSetName.From(reading.Rules),
            reading.InForce?.Id,
            new OpelSystemRow(
                OpelTotalRow.From(reading.Board?.System.Total, reading.Rules),
                picture.Opel.Declared,
                [.. (reading.Board?.System.Shares ?? []).Select(OpelShareRow.From)]),
            [.. picture.Sites.Select((site, index) => OpelSiteRow.From(site, reading.Board?.Sites[index]))]);
    }
}

/// <summary>The system.</summary>
/// <param name="Calculated">Null when nothing is known, or no rule set was in force.</param>
/// <param name="Declared">Null when none was ever declared.</param>
/// <param name="Sites">What each site adds.</param>
public sealed record OpelSystemRow(
    OpelTotalRow? Calculated, OpelStatement? Declared, IReadOnlyList<OpelShareRow> Sites);

/// <summary>One site.</summary>
/// <param name="Code">Site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Calculated">Null when nothing is known, or no rule set was in force.</param>
/// <param name="Declared">Null when none was ever declared.</param>
/// <param name="Parameters">Every parameter.</param>
public sealed record OpelSiteRow(
    string Code,
    string Name,
    OpelTotalRow? Calculated,
    OpelStatement? Declared,
    IReadOnlyList<OpelParameterRow> Parameters)
{
    internal static OpelSiteRow From(SitePicture site, OpelSiteScore? score) => new(
        site.Code,
        site.Name,
        OpelTotalRow.From(score?.Total, score?.Rules),
        site.Opel.Declared,
        [.. (score?.Parameters ?? []).Select(OpelParameterRow.From)]);
}

/// <summary>A total and its level.</summary>
/// <param name="Level">The level: what is missing counts with its most points.</param>
/// <param name="LevelAtLeast">The level if what is missing had its fewest points.</param>
/// <param name="Provisional">Whether anything is missing or stale.</param>
/// <param name="Score">The total.</param>
/// <param name="ScoreAtLeast">The total if what is missing had its fewest points.</param>
/// <param name="ToRaise">The level rises when the total rises by more than this.</param>
/// <param name="ToLower">The level falls when the total falls by this much.</param>
/// <param name="Meaning">What the level says, in words.</param>
public sealed record OpelTotalRow(
    int Level,
    int LevelAtLeast,
    bool Provisional,
    decimal Score,
    decimal ScoreAtLeast,
    decimal? ToRaise,
    decimal? ToLower,
    string Meaning)
{
    internal static OpelTotalRow? From(OpelTotal? total, OpelRuleSet? rules) => total is null || rules is null
        ? null
        : new OpelTotalRow(
            total.Level,
            total.LeastLevel,
            total.IsProvisional,
            total.Points,
            total.LeastPoints,
            total.ToRaise,
            total.ToLower,
            rules.Levels.Bands[total.Level - 1].Meaning);
}

/// <summary>One parameter.</summary>
/// <param name="Id">Identity within the rule set.</param>
/// <param name="Name">Its name.</param>
/// <param name="Measure">The measure that gives its value.</param>
/// <param name="Unit">Unit of value and bands.</param>
/// <param name="Value">The value; null when it is missing.</param>
/// <param name="Quality">live, late, stale, declared or unknown.</param>
/// <param name="Source">Feeds behind it.</param>
/// <param name="AsOf">When the newest event behind it was recorded (UTC).</param>
/// <param name="Above">The band holds values above this; null for the lowest.</param>
/// <param name="UpTo">The band holds values up to and including this; null for the highest.</param>
/// <param name="Points">Points of the band.</param>
/// <param name="Weight">What they count times.</param>
/// <param name="WeightedPoints">What it adds to the total.</param>
/// <param name="MostPoints">The most that it could add.</param>
/// <param name="Raises">What would raise the level.</param>
/// <param name="Lowers">What would lower the level.</param>
/// <param name="LocallyAgreed">Whether bands and weight are no national ones.</param>
public sealed record OpelParameterRow(
    string Id,
    string Name,
    string Measure,
    string Unit,
    double? Value,
    FigureQuality Quality,
    string Source,
    DateTimeOffset? AsOf,
    double? Above,
    double? UpTo,
    decimal Points,
    decimal Weight,
    decimal WeightedPoints,
    decimal MostPoints,
    OpelTurn? Raises,
    OpelTurn? Lowers,
    bool LocallyAgreed)
{
    internal static OpelParameterRow From(OpelParameterScore score)
    {
        var (parameter, scoring) = (score.Parameter, score.Parameter.Scoring);
        return new OpelParameterRow(
            parameter.Id,
            parameter.Name,
            parameter.Measure,
            parameter.Unit,
            score.Value,
            score.Quality,
            score.Source,
            score.AsOf,
            score.Band > 0 ? scoring.Bands[score.Band - 1].UpTo : null,
            scoring.Bands[score.Band].UpTo,
            score.Points,
            scoring.Weight,
            score.WeightedPoints,
            scoring.MostPoints,
            score.Raises,
            score.Lowers,
            scoring.Agreement.IsLocal);
    }
}

/// <summary>What a site adds to the system.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Weight">Its share of all weights, 0 to 1; null when a weight is not known.</param>
/// <param name="Score">Its total as it counts.</param>
/// <param name="Raises">At which total of the site the system's level would rise.</param>
/// <param name="Lowers">At which total of the site the system's level would fall.</param>
public sealed record OpelShareRow(string Site, decimal? Weight, decimal Score, OpelTurn? Raises, OpelTurn? Lowers)
{
    internal static OpelShareRow From(OpelShare share) =>
        new(share.Site, share.Weight, share.Points, share.Raises, share.Lowers);
}

/// <summary>How OPEL is written: one form for API and command line.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, Converters = [typeof(QualityConverter), typeof(SideConverter)])]
[JsonSerializable(typeof(OpelDocument))]
[JsonSerializable(typeof(IReadOnlyList<OpelRuleSetRow>))]
public sealed partial class OpelJson : JsonSerializerContext;

/// <summary>Writes a side as a lower-case word.</summary>
public sealed class SideConverter() : JsonStringEnumConverter<OpelSide>(JsonNamingPolicy.CamelCase);
