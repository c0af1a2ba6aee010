using System.Globalization;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>Days that a wall must stay legible on.</summary>
internal static class WallStates
{
    /// <summary>A server for a state: feeds fall silent when time passes, which it does faster for that.</summary>
    public static Task<RunningServer> StartAsync(string state) => RunningServer.StartAsync(options => state switch
    {
        "silent" => options with { Speed = 20_000 },
        "half silent" => options with { Speed = 600 },
        _ => options,
    });

    /// <summary>Brings a server into a state.</summary>
    public static async Task BringAsync(this RunningServer server, string state)
    {
        if (state is not "empty")
        {
            await server.TellBusyDayAsync();
        }

        if (state is "overloaded")
        {
            await server.TellAsync([.. server.Network.Sites.SelectMany(site => Overload(server, site))]);
        }
        else if (state is "half silent")
        {
            var silent = new[] { "southend-ed", "southend-pas", "basildon-pas" };
            await Eventually.TrueAsync(
                async () => (await server.Http.GetStringAsync(new Uri("wall", UriKind.Relative)))
                    .Split("silent since").Length > silent.Length + 1,
                "the silence of the feeds");
            var heard = server.Network.Feeds.Select(feed => feed.Id).Except(silent, StringComparer.Ordinal);
            await server.TellAsync([.. heard.Select(feed => Resumed(feed, server.Now))]);
        }
        else if (state is "silent")
        {
            await Eventually.TrueAsync(
                async () => (await server.Http.GetStringAsync(new Uri("wall", UriKind.Relative)))
                    .Contains("Every feed is silent", StringComparison.Ordinal),
                "the silence of every feed");
        }
    }

    /// <summary>A network file of some of the sites of another, each with a name, in a directory.</summary>
    public static string NetworkOf(TemporaryDirectory directory, string file, params string[] names)
    {
        var folder = Path.GetDirectoryName(Repository.NetworkFile)!;
        var network = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!;
        var sites = network["sites"]!.AsArray();
        while (sites.Count > names.Length)
        {
            Remove(network, (string)sites[^1]!["code"]!);
            sites.RemoveAt(sites.Count - 1);
        }

        var demand = network["demand"]?["sites"]?.AsArray() ?? [];
        foreach (var gone in demand.Where(one => sites.All(site => (string)site!["code"]! != (string)one!["site"]!)).ToList())
        {
            demand.Remove(gone);
        }

        foreach (var (site, name) in sites.Zip(names))
        {
            site!["name"] = name;
        }

        var path = Path.Combine(directory.Path, "network.json");
        File.WriteAllText(path, network.ToJsonString());
        return path;
    }

    // Feeds of a site that is gone go with it.
    private static void Remove(JsonNode network, string site)
    {
        var feeds = network["feeds"]!.AsArray();
        foreach (var feed in feeds.ToList())
        {
            var sites = feed!["sites"]!.AsArray();
            var named = sites.FirstOrDefault(code => (string)code! == site);
            if (named is not null)
            {
                sites.Remove(named);
                _ = sites.Count > 0 || feeds.Remove(feed);
            }
        }
    }

    /// <summary>Twenty ambulances, the longest for hours; more than a hundred long stays; nowhere to go.</summary>
    private static IEnumerable<FlowEvent> Overload(RunningServer server, Site site)
    {
        for (var crew = 0; crew < 20; crew++)
        {
            yield return Tell(server, site, "eeast-cad", $"crew-{crew}", 15 + (crew * 9), new AmbulanceArrived(
                $"c_{site.Code}{crew}", AmbulanceCategory.C2));
        }

        var feed = server.Network.Feeds.Last(feed =>
            feed.Subjects.Contains(FeedSubject.EmergencyDepartment) && feed.Sites.Contains(site.Code, StringComparer.Ordinal));
        for (var patient = 0; patient < 130; patient++)
        {
            var stay = $"v_{site.Code}long{patient}";
            yield return Tell(
                server, site, feed.Id, $"long-{patient}", 760 + (patient * 9), new EdAttendanceRegistered(stay));
            yield return Tell(
                server, site, feed.Id, $"decided-{patient}", 700 + (patient * 8), new EdDecisionToAdmit(stay));
        }
    }

    private static FlowEvent Tell(
        RunningServer server, Site site, string source, string identity, double minutesAgo, EventDetail detail) => new()
        {
            Source = source,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"over-{site.Code}-{identity}"),
            OccurredAt = server.Now.AddMinutes(-minutesAgo),
            Site = site.Code,
            Detail = detail,
        };

    private static FlowEvent Resumed(string feed, DateTimeOffset at) => new()
    {
        Source = "control-centre",
        MessageId = $"test-resumed-{feed}",
        OccurredAt = at,
        Site = "control-centre",
        Detail = new FeedResumed(feed),
    };

    /// <summary>A feed found silent, last heard half an hour ago.</summary>
    public static FlowEvent Silenced(string feed, DateTimeOffset at) => new()
    {
        Source = "control-centre",
        MessageId = $"test-silenced-{feed}",
        OccurredAt = at,
        Site = "control-centre",
        Detail = new FeedSilenced(feed, SilenceReason.NothingHeard, at.AddHours(-30)),
    };
}
