using System.Text.Json;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Tests.Truth;

public sealed class GroundTruthTests
{
    [Theory]
    [InlineData("RAJ12")]
    [InlineData("RAJ32")]
    [InlineData("RAJ01")]
    public void Read_EveryHalfHourOfADay_AgreesWithTheMessages(string site)
    {
        var network = Given.Network;
        var feeds = network.Feeds.Where(feed => feed.Sites.Count == 0 || feed.Sites.Contains(site))
            .Select(feed => feed.Id).ToHashSet();
        var system = Given.System(11);
        var all = new List<OutgoingMessage>();
        var tally = new MessageTally();
        var told = 0;
        for (var minute = 0; minute <= 1440; minute += 30)
        {
            var at = Given.Origin.AddMinutes(minute);
            system.AdvanceTo(at);
        }

        all.AddRange(Whole(11).Where(message => feeds.Contains(message.Feed) && IsOf(message, site))
            .OrderBy(message => message.OccurredAt));
        system = Given.System(11);
        for (var minute = 0; minute <= 1440; minute += 30)
        {
            var at = Given.Origin.AddMinutes(minute);
            system.AdvanceTo(at);
            for (; told < all.Count && all[told].OccurredAt <= at; told++)
            {
                tally.Tell(all[told]);
            }

            var truth = system.Truth();
            Assert.Equal(truth[site + ":ed.in-department"], tally.InDepartment);
            Assert.Equal(truth[site + ":beds.inpatients"], tally.Inpatients);
            Assert.Equal(truth[site + ":ambulance.waiting"], tally.AmbulancesWaiting);
            Assert.Equal(truth[site + ":discharge.no-criteria-to-reside"], tally.NoCriteria);
            Assert.Equal(truth[site + ":virtual-ward.occupied"], tally.OnVirtualWards);
            Assert.All(network.Sites.Single(one => one.Code == site).Wards, ward =>
                Assert.Equal(truth[$"{site}/{ward.Code}:beds.occupied"], tally.In(ward.Code)));
        }
    }

    [Fact]
    public void Read_SmallNetworkAtItsOrigin_IsWhatTheCensusSays()
    {
        var system = Given.System(3, network: Given.SmallNetwork);
        var census = system.AdvanceTo(Given.Origin);
        var truth = system.Truth();

        var admitted =
            census.Where(message => message.Payload.Contains("|ADT^A01^", StringComparison.Ordinal)).ToList();
        Assert.Equal(40, truth["TINY1:beds.open"] - truth["TINY1:beds.escalation"]);
        Assert.Equal(admitted.Count, truth["TINY1:beds.occupied"]);
        Assert.Equal(
            admitted.Count(message => message.Payload.Contains("|^W2^", StringComparison.Ordinal)),
            truth["TINY1/W2:beds.occupied"]);
        Assert.Equal(
            census.Count(message => message.Payload.Contains("|ADT^A04^", StringComparison.Ordinal)),
            truth["TINY1:ed.in-department"]);
        Assert.Equal(
            census.Count(message => message.Payload.Contains("\"VirtualWardAdmitted\"", StringComparison.Ordinal)),
            truth["VW:virtual-ward.occupied"]);
        Assert.Equal(0, truth["TINY1:discharge.today"]);
        Assert.Null(truth["TINY1:ambulance.handover-mean-today"]);
    }

    [Fact]
    public void Read_Totals_AreTheSumsOfTheSites()
    {
        var system = Given.System(12);
        system.AdvanceTo(Given.Origin.AddHours(9));
        var truth = system.Truth();

        foreach (var measure in new[] { "ed.in-department", "beds.occupied", "beds.open", "ambulance.handovers-today",
            "discharge.today" })
        {
            Assert.Equal(truth["QH8:" + measure], Given.Network.Sites.Sum(site => truth[$"{site.Code}:{measure}"]));
        }
    }

    private static IEnumerable<OutgoingMessage> Whole(ulong seed)
    {
        var system = Given.System(seed);
        return system.AdvanceTo(Given.Origin.AddHours(24.1));
    }

    private static bool IsOf(OutgoingMessage message, string site)
    {
        if (message.IsHl7)
        {
            return true;
        }

        using var json = JsonDocument.Parse(message.Payload);
        return json.RootElement.GetProperty("site").GetString() == site;
    }
}
