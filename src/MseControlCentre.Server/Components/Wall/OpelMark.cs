using System.Globalization;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Opel;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>OPEL of a place as the wall shows it: the calculated level, how it moved, and what to make of it.</summary>
/// <param name="FigureId">The figure that leads to what is behind it.</param>
/// <param name="Number">The level; null when it is not known.</param>
/// <param name="Level">How loud.</param>
/// <param name="Trend">Against an hour ago: above zero is worse; null when that is not known.</param>
/// <param name="Since">
/// Since when it has been so, such as <c>since 11:40</c>, or <c>before 11:40</c>; null when not known.
/// </param>
/// <param name="Remarks">What else must be known of it, most important first.</param>
public sealed record OpelMark(
    string FigureId, int? Number, Level Level, int? Trend, string? Since, IReadOnlyList<string> Remarks)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);

    /// <summary>Remarks for which there is room.</summary>
    public const int MostRemarks = 2;

    /// <summary>The mark of a site.</summary>
    public static OpelMark OfSite(SitePicture site, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(site);
        var calculated = site.Opel.Calculated;
        IReadOnlyList<OpelSiteScore> scores = calculated is null ? [] : [calculated];
        var partOfDay = PartOfDay(scores, [site.Figures], views);
        return Of(site.Code, calculated?.MeasuredTotal, site.Opel.Declared, partOfDay, views);
    }

    /// <summary>The mark of the system.</summary>
    public static OpelMark OfSystem(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var picture = views.Picture;
        var calculated = picture.Opel.Calculated;
        var scores = calculated?.Shares.Select(share => share.Score).ToList() ?? [];
        var partOfDay = PartOfDay(scores, [.. picture.Sites.Select(site => site.Figures)], views);
        return Of(picture.NetworkCode, calculated?.MeasuredTotal, picture.Opel.Declared, partOfDay, views);
    }

    private static OpelMark Of(
        string scope,
        OpelTotal? total,
        OpelStatement? declared,
        string? partOfDay,
        ViewContext views)
    {
        var id = $"{scope}:{OpelMeasures.Level.Id}";
        if (total is null)
        {
            return new OpelMark(id, null, Level.Watch, null, null, RemarksOn(null, declared, null));
        }

        var trail = views.Trail.Of(id, s_day);
        var quality = views.Picture.Find(id)?.Quality;
        // An hour ago, while figures were missing, the level was the highest it could be: that is no trend.
        var before = trail
            .LastOrDefault(point => point.At <= views.Picture.At - s_hour) is { Quality: var then, Value: var value }
            && (then is FigureQuality.Live || then == quality)
            ? value
            : null;
        return new OpelMark(
            id,
            total.Level,
            OpelWords.LoudnessOf(total),
            before is { } level ? total.Level - (int)level : null,
            SinceWords(trail, total.Level, views),
            RemarksOn(total, declared, partOfDay));
    }

    private static string? SinceWords(IReadOnlyList<TrailPoint> trail, int level, ViewContext views)
    {
        var first = trail.Count;
        while (first > 0 && trail[first - 1].Value is { } value && (int)value == level)
        {
            first--;
        }

        if (first == trail.Count)
        {
            return null;
        }

        return (first == 0 ? "before " : "since ") + views.Local.Clock(trail[first].At);
    }

    private static List<string> RemarksOn(OpelTotal? total, OpelStatement? declared, string? partOfDay)
    {
        var remarks = new List<string>();
        if (total is { IsProvisional: true })
        {
            remarks.Add(total.LeastLevel < total.Level
                ? string.Create(CultureInfo.InvariantCulture, $"at least {total.LeastLevel}")
                : "provisional");
        }

        if (declared is { Quality: not FigureQuality.Stale } && declared.Level != total?.Level)
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"declared {declared.Level}"));
        }

        if (partOfDay is not null)
        {
            remarks.Add(partOfDay);
        }

        return [.. remarks.Take(MostRemarks)];
    }

    // A score that rests on counts of a day which was told of only in part must not pass for one of the whole day.
    private static string? PartOfDay(
        IReadOnlyList<OpelSiteScore> scores, IReadOnlyList<FigureSet> figures, ViewContext views)
    {
        var since = scores.Zip(figures)
            .SelectMany(site => site.First.Parameters
                .Select(score => site.Second.Find(score.Parameter.Measure)?.CountedSince))
            .Max();
        return since is { } counted ? $"day from {views.Local.Clock(counted)}" : null;
    }
}
