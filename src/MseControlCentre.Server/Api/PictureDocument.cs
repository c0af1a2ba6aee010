using System.Text.Json;
using System.Text.Json.Serialization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Api;

/// <summary>A picture as the API and the hub write it.</summary>
/// <param name="At">The instant it describes (UTC).</param>
/// <param name="Sequence">The last journal entry it knows.</param>
/// <param name="Network">The system.</param>
/// <param name="Figures">Every figure: the system's, each site's, each ward's and each virtual ward's.</param>
/// <param name="Sites">Rows that are no single figure, by site.</param>
/// <param name="DelayOwners">Patients with no criteria to reside by who can unblock them, most first.</param>
/// <param name="Feeds">The feeds.</param>
public sealed record PictureDocument(
    DateTimeOffset At,
    long Sequence,
    NetworkName Network,
    IReadOnlyList<FigureRow> Figures,
    IReadOnlyList<SiteRows> Sites,
    IReadOnlyList<DelayOwner> DelayOwners,
    IReadOnlyList<FeedPicture> Feeds)
{
    /// <summary>Writes a picture, or one site of it.</summary>
    public static PictureDocument From(Picture picture, string? siteCode = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var sites = picture.Sites
            .Where(site => siteCode is null || string.Equals(site.Code, siteCode, StringComparison.Ordinal))
            .ToList();
        var figures = siteCode is null ? picture.AllFigures() : sites.SelectMany(site => site.AllFigures());
        return new PictureDocument(
            picture.At,
            picture.Sequence,
            new NetworkName(picture.NetworkCode, picture.NetworkName, picture.TimeZone),
            [.. figures.Select(FigureRow.From)],
            [.. sites.Select(SiteRows.From)],
            siteCode is null ? picture.DelayOwners : [],
            picture.Feeds);
    }
}

/// <summary>The system a picture is of.</summary>
/// <param name="Code">Its code; the scope of system-wide figures.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">IANA time zone in which its days begin.</param>
public sealed record NetworkName(string Code, string Name, string TimeZone);

/// <summary>One figure.</summary>
/// <param name="Id"><c>scope:measure</c>.</param>
/// <param name="Scope">What it describes: a site code, the system's code, <c>site/ward</c> or a virtual ward.</param>
/// <param name="Measure">Identity of the measure.</param>
/// <param name="Name">Name of the measure.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Value">The value; null when unknown, never zero for unknown.</param>
/// <param name="Quality">live, late, stale, declared or unknown.</param>
/// <param name="Source">Feeds behind it, or who declared it.</param>
/// <param name="AsOf">When the newest event behind it was recorded (UTC).</param>
/// <param name="CountedSince">Since when it is counted, when the day before then was not told of (UTC).</param>
public sealed record FigureRow(
    string Id,
    string Scope,
    string Measure,
    string Name,
    string Unit,
    double? Value,
    FigureQuality Quality,
    string Source,
    DateTimeOffset? AsOf,
    DateTimeOffset? CountedSince)
{
    /// <summary>Writes a figure.</summary>
    public static FigureRow From(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new FigureRow(
            figure.Id,
            figure.Scope,
            figure.Measure.Id,
            figure.Measure.Name,
            figure.Measure.Unit,
            figure.Value,
            figure.Quality,
            figure.Source,
            figure.AsOf,
            figure.CountedSince);
    }
}

/// <summary>What of a site is no single figure.</summary>
/// <param name="Code">ODS site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Handovers">
/// Ambulances waiting or on the way; null for who may not see the site's patients.
/// </param>
/// <param name="DischargesByHour">Discharges in each hour of the local day so far.</param>
/// <param name="DischargeTargetByHour">
/// How many should have left by the end of each hour of the local day; null when not known.
/// </param>
/// <param name="UnmappedPlaces">Locations that no ward matches.</param>
/// <param name="CountedSince">Since when today's counts are known, when that is after local midnight.</param>
/// <param name="ClosedReasons">Why wards have beds closed, where that was declared.</param>
public sealed record SiteRows(
    string Code,
    string Name,
    IReadOnlyList<HandoverRow>? Handovers,
    IReadOnlyList<int?> DischargesByHour,
    IReadOnlyList<double?> DischargeTargetByHour,
    IReadOnlyList<UnmappedPlace> UnmappedPlaces,
    DateTimeOffset? CountedSince,
    IReadOnlyList<ClosedReason> ClosedReasons)
{
    /// <summary>Writes a site.</summary>
    public static SiteRows From(SitePicture site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SiteRows(
            site.Code,
            site.Name,
            site.Handovers,
            site.DischargesByHour,
            site.DischargeTargetByHour,
            site.UnmappedPlaces,
            site.CountedSince,
            [
                .. site.Wards.Where(ward => ward.ClosedReason is not null)
                    .Select(ward => new ClosedReason(ward.Code, ward.Name, ward.ClosedReason!)),
            ]);
    }
}

/// <summary>Why a ward has beds closed; how many is its figure <c>beds.closed</c>.</summary>
/// <param name="Ward">Code of the ward within the site.</param>
/// <param name="Name">Name on the door.</param>
/// <param name="Reason">The reason as it was declared.</param>
public sealed record ClosedReason(string Ward, string Name, string Reason);

/// <summary>How pictures are written: one form for API, hub and command line.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters =
[
    typeof(QualityConverter), typeof(WordConverter<Better>), typeof(WordConverter<StandardDirection>),
    typeof(WordConverter<EvidenceKind>), typeof(WordConverter<LackKind>),
])]
[JsonSerializable(typeof(PictureDocument))]
[JsonSerializable(typeof(FigureDefinition))]
[JsonSerializable(typeof(EvidenceDocument))]
[JsonSerializable(typeof(HistoryDocument))]
[JsonSerializable(typeof(Commands.ReplayedPicture))]
[JsonSerializable(typeof(IReadOnlyList<DelayOwner>))]
[JsonSerializable(typeof(FeedPicture))]
public sealed partial class PictureJson : JsonSerializerContext;

/// <summary>Writes a quality as a lower-case word.</summary>
public sealed class QualityConverter() : JsonStringEnumConverter<FigureQuality>(JsonNamingPolicy.CamelCase);

/// <summary>Writes a value of an enumeration as its word.</summary>
public sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
