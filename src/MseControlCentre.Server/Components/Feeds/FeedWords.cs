using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>Feeds in words.</summary>
internal static class FeedWords
{
    /// <summary>What a feed tells about, and where.</summary>
    public static string About(Feed feed, NetworkMap network)
    {
        var subjects = string.Join(", ", feed.Subjects.Select(Subject));
        var sites = network.Sites.Where(site => feed.Sites.Contains(site.Code, StringComparer.Ordinal)).ToList();
        var where = sites.Count is 0 || sites.Count == network.Sites.Count
            ? "the whole system"
            : string.Join(", ", sites.Select(site => site.Name));
        return $"{char.ToUpperInvariant(subjects[0])}{subjects[1..]} · {where}";
    }

    /// <summary>When a feed should be heard.</summary>
    public static string Limits(Feed feed) => feed.Protocol is FeedProtocol.Declared
        ? "People fill it in; each figure has its own expiry."
        : $"Late after {Time(feed.LateAfterSeconds)}, silent after {Time(feed.StaleAfterSeconds)}.";

    /// <summary>A time that passes, such as a lag.</summary>
    public static string Lag(TimeSpan? lag) => lag switch
    {
        null => FigureView.Dash,
        { } ahead when ahead < TimeSpan.FromSeconds(-1) => Passing(-ahead) + " ahead",
        { } behind => Passing(behind),
    };

    /// <summary>Events a minute.</summary>
    public static string Rate(double? rate) => rate is { } known
        ? known.ToString(known < 10 ? "0.0" : "0", CultureInfo.InvariantCulture)
        : FigureView.Dash;

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Some messages.</summary>
    public static string Messages(long count) => Count(count) + (count == 1 ? " message" : " messages");

    /// <summary>What a feed may tell about.</summary>
    public static string Subject(FeedSubject subject) => subject switch
    {
        FeedSubject.Beds => "beds",
        FeedSubject.EmergencyDepartment => "emergency department",
        FeedSubject.Ambulance => "ambulances",
        FeedSubject.Discharge => "discharge",
        FeedSubject.VirtualWards => "virtual wards",
        _ => "community",
    };

    private static string Passing(TimeSpan time) => time < TimeSpan.FromSeconds(90)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, Math.Round(time.TotalSeconds)):0} s")
        : LocalTime.Wait((int)Math.Round(time.TotalMinutes));

    private static string Time(int seconds) => seconds % 60 == 0
        ? LocalTime.Wait(seconds / 60).Replace(" h 00", " h", StringComparison.Ordinal)
        : string.Create(CultureInfo.InvariantCulture, $"{seconds} s");
}
