using System.Text.Json;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Api;

namespace MseControlCentre.Server.Hubs;

/// <summary>A picture in parts: one for each figure, each site's rows, each feed, and what is single.</summary>
public static class PictureParts
{
    /// <summary>The parts of a whole picture, or of one site's.</summary>
    public static IReadOnlyList<BoardPart> Of(Picture picture, string? siteCode)
    {
        var json = PictureJson.Default;
        var whole = PictureDocument.From(picture, siteCode);
        var parts = new List<BoardPart>(whole.Figures.Count + whole.Sites.Count + whole.Feeds.Count + 3)
        {
            new("network", null, JsonSerializer.SerializeToUtf8Bytes(whole.Network, json.NetworkName)),
        };
        parts.AddRange(whole.Figures.Select(figure =>
            new BoardPart("figures", figure.Id, JsonSerializer.SerializeToUtf8Bytes(figure, json.FigureRow))));
        parts.AddRange(whole.Sites.Select(site =>
            new BoardPart("sites", site.Code, JsonSerializer.SerializeToUtf8Bytes(site, json.SiteRows))));
        parts.Add(new BoardPart(
            "delayOwners", null, JsonSerializer.SerializeToUtf8Bytes(whole.DelayOwners, json.IReadOnlyListDelayOwner)));
        parts.AddRange(whole.Feeds.Select(feed =>
            new BoardPart("feeds", feed.Id, JsonSerializer.SerializeToUtf8Bytes(feed, json.FeedPicture))));
        return parts;
    }
}
