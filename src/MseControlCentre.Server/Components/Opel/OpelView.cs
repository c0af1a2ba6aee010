using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Opel;

namespace MseControlCentre.Server.Components.Opel;

/// <summary>What the OPEL page shows.</summary>
/// <param name="Local">Local time of the system.</param>
/// <param name="At">The time as it was asked for; empty for now.</param>
/// <param name="RuleSet">Identity of the rule set that was asked for; empty for the one in force.</param>
/// <param name="Choices">The rule sets that can be asked for.</param>
/// <param name="Errors">What is wrong with the question.</param>
/// <param name="IsNow">Whether it is about now.</param>
/// <param name="Reading">The scores; null when there is an error, or while the journal is still being read.</param>
public sealed record OpelView(
    LocalTime Local,
    string At,
    string RuleSet,
    IReadOnlyList<OpelChoice> Choices,
    IReadOnlyList<FieldError> Errors,
    bool IsNow,
    OpelReading? Reading)
{
    /// <summary>The system and each site: calculated beside declared.</summary>
    public IReadOnlyList<OpelPlace> Places => Reading is not { } reading ? [] :
    [
        new OpelPlace(
            reading.Picture.NetworkName,
            "system",
            true,
            reading.Board?.System.MeasuredTotal,
            OpelWords.NotKnown(
                reading.Board is not null, reading.Board?.System.Total, reading.Board?.System.MeasuredTotal),
            reading.Picture.Opel.Declared,
            (reading.Board?.System.Shares ?? []).Sum(share => share.Score.Parameters.Count(one => one.IsMissing)),
            (reading.Board?.System.Shares ?? []).Sum(share => share.Score.Parameters.Count)),
        .. reading.Picture.Sites.Select((site, index) => PlaceOf(site, reading.Board?.Sites[index])),
    ];

    private static OpelPlace PlaceOf(SitePicture site, OpelSiteScore? score) => new(
        site.Name,
        site.Code,
        false,
        score?.MeasuredTotal,
        OpelWords.NotKnown(score is not null, score?.Total, score?.MeasuredTotal),
        site.Opel.Declared,
        (score?.Parameters ?? []).Count(one => one.IsMissing),
        score?.Parameters.Count ?? 0);
}

/// <summary>A rule set that can be chosen.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Name as people say it.</param>
public sealed record OpelChoice(string Id, string Name);

/// <summary>A site or the system.</summary>
/// <param name="Name">Name as people say it.</param>
/// <param name="Anchor">Where on the page its parts are.</param>
/// <param name="IsSystem">Whether it is the system.</param>
/// <param name="Total">What is calculated; null when nothing behind it is current.</param>
/// <param name="NotKnown">Why nothing is calculated; null when it is.</param>
/// <param name="Declared">What is declared; null when nothing ever was.</param>
/// <param name="Missing">Parameters that are missing.</param>
/// <param name="Parameters">Parameters in all.</param>
public sealed record OpelPlace(
    string Name,
    string Anchor,
    bool IsSystem,
    OpelTotal? Total,
    string? NotKnown,
    OpelStatement? Declared,
    int Missing,
    int Parameters)
{
    /// <summary>Whether a believed declaration says something else than the calculation.</summary>
    public bool Differs => Total is not null
        && Declared is { Quality: not FigureQuality.Stale } declared
        && declared.Level != Total.Level;
}
