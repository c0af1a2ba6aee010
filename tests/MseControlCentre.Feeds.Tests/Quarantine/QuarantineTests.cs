using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Quarantine;

public sealed class QuarantineTests
{
    [Fact]
    public async Task Copy_OfHl7_HoldsOnlyWhatTheMappingNeeds()
    {
        using var bench = new Bench();

        await bench.SendAsync(Messages.Admission("42").Replace("20261122095800", "x", StringComparison.Ordinal));

        var entry = Assert.Single(bench.Quarantine.Waiting());
        Assert.Equal(("ADT^A01", "42", "42@20261122100100", "basildon-pas", "RAJ12"),
            (entry.Type, entry.ControlId, entry.MessageId, entry.Feed, entry.IdentifierDomain));
        Assert.Equal(
            [
                @"MSH|^~\&|PAS|RAJ12|SCC|QH8|20261122100100||ADT^A01|42|P|2.4",
                "EVN||20261122100100||||",
                $"PID|||{Bench.Patient("1234567")}",
                $"PV1||I|^MARY^07^RAJ12|21||||||300|||||||||{Bench.Visit("V1001")}",
            ],
            entry.Copy!.Split('\r', StringSplitOptions.RemoveEmptyEntries).Select(line => line.StartsWith("EVN",
                StringComparison.Ordinal) ? line : line.TrimEnd('|')));
    }

    [Fact]
    public async Task Replay_AfterTheSenderIsAdded_AcceptsWhatWasSent()
    {
        var unknown = Networks.Changed(feeds => feeds[0]!["sendingApplication"] = "SOMEBODY");
        using var bench = new Bench(unknown);
        await bench.SendAsync(Messages.Admission("42"));
        using var mended = Mended(bench, Networks.Test);

        var outcome = Assert.Single(await mended.Replay.ReplayAsync(CancellationToken.None));

        Assert.Equal(ReplayOutcome.Accepted, outcome.Outcome);
        var replayed = Assert.Single(await mended.EventsAsync());
        using var direct = new Bench();
        await direct.SendAsync(Messages.Admission("42"));
        Assert.Equal(Assert.Single(await direct.EventsAsync()), replayed);
        Assert.Empty(mended.Quarantine.Waiting());
        Assert.Empty(await mended.Replay.ReplayAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Replay_OfWhatTheSenderSentAgain_IsAlreadyKnown()
    {
        var unknown = Networks.Changed(feeds => feeds[0]!["sendingApplication"] = "SOMEBODY");
        using var bench = new Bench(unknown);
        await bench.SendAsync(Messages.Admission("42"));
        using var mended = Mended(bench, Networks.Test);
        await mended.SendAsync(Messages.Admission("42"));

        Assert.Equal(ReplayOutcome.AlreadyKnown,
            Assert.Single(await mended.Replay.ReplayAsync(CancellationToken.None)).Outcome);
        Assert.Single(await mended.EventsAsync());
    }

    [Fact]
    public async Task Replay_IntoAnotherIdentifierDomain_AsksTheSenderInstead()
    {
        var unknown = Networks.Changed(feeds => feeds[0]!["sendingApplication"] = "SOMEBODY");
        using var bench = new Bench(unknown);
        await bench.SendAsync(Messages.Admission("42"));
        using var mended = Mended(bench, Networks.Changed(feeds => feeds[0]!["identifierDomain"] = "trust"));

        var outcome = Assert.Single(await mended.Replay.ReplayAsync(CancellationToken.None));

        Assert.Equal(ReplayOutcome.StillRejected, outcome.Outcome);
        Assert.Contains("send it again", outcome.Rejection!.Expected, StringComparison.Ordinal);
        Assert.Single(mended.Quarantine.Waiting());
    }

    [Fact]
    public async Task Replay_WithoutAMendedMapping_StaysInQuarantine()
    {
        using var bench = new Bench();
        await bench.SendAsync(Messages.Basildon("A20", "1", "NPU|^NOWHERE^1^RAJ12|H"));

        var outcome = Assert.Single(await bench.Replay.ReplayAsync(CancellationToken.None));

        Assert.Equal((ReplayOutcome.StillRejected, "NPU-1.2"), (outcome.Outcome, outcome.Rejection!.Field));
        Assert.Single(bench.Quarantine.Waiting());
    }

    [Fact]
    public async Task Replay_OfJson_AcceptsWithTheSamePseudonym()
    {
        var without = Networks.Changed(feeds => feeds[3]!["id"] = "somebody-else");
        using var bench = new Bench(without);
        await bench.PostAsync(Messages.Hub("CriteriaToResideAssessed", """{"encounter":"V1","met":false,"pathway":"P1"}"""));
        using var mended = Mended(bench, Networks.Test);

        var outcome = Assert.Single(await mended.Replay.ReplayAsync(CancellationToken.None));

        Assert.Equal(ReplayOutcome.Accepted, outcome.Outcome);
        Assert.Equal(
            new CriteriaToResideAssessed(Bench.Visit("V1"), false, DischargePathway.P1),
            Assert.Single(await mended.EventsAsync()).Detail);
    }

    [Fact]
    public async Task Store_OpenedAgain_HasItsEntries()
    {
        using var bench = new Bench();
        await bench.SendAsync(Messages.Basildon("A20", "1", "NPU|^NOWHERE^1^RAJ12|H"));
        bench.Quarantine.Dispose();

        using var again = new QuarantineStore(Path.Combine(bench.Directory, "quarantine"), new FeedLimits());

        Assert.Equal("NPU-1.2", Assert.Single(again.Waiting()).Reason.Field);
    }

    [Fact]
    public void Store_BeyondItsBounds_DropsTheOldestAndCountsThem()
    {
        using var directory = new TemporaryDirectory();
        using var store = new QuarantineStore(directory.Path, new FeedLimits { QuarantineFileBytes = 1000,
            QuarantineFiles = 3 });

        for (var one = 0; one < 50; one++)
        {
            store.Add(Entry($"e{one:D2}"));
        }

        Assert.Equal(3, Directory.GetFiles(directory.Path).Length);
        var waiting = store.Waiting();
        Assert.Equal(50, waiting.Count + store.Dropped);
        Assert.Equal("e49", waiting[^1].Id);
    }

    [Fact]
    public void Store_LineCutShort_IsPassedOver()
    {
        using var directory = new TemporaryDirectory();
        using (var store = new QuarantineStore(directory.Path, new FeedLimits()))
        {
            store.Add(Entry("e1"));
        }

        File.AppendAllText(Assert.Single(Directory.GetFiles(directory.Path)), "{\"entry\":{\"id\":\"e2");
        using var again = new QuarantineStore(directory.Path, new FeedLimits());
        again.Add(Entry("e3"));

        Assert.Equal(["e1", "e3"], again.Waiting().Select(entry => entry.Id));
    }

    [Fact]
    public void Store_ThatCannotBeWritten_CountsAndGoesOn()
    {
        var directory = Directory.CreateTempSubdirectory("feeds-test-").FullName;
        using var store = new QuarantineStore(directory, new FeedLimits());
        Directory.Delete(directory);
        File.WriteAllText(directory, "in the way");

        store.Add(Entry("e1"));

        Assert.Equal(1, store.Failed);
        File.Delete(directory);
    }

    internal static QuarantineEntry Entry(string id) => new()
    {
        Id = id,
        ReceivedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        Door = FeedDoor.Hl7v2,
        Type = "ADT^A01",
        Reason = new Rejection("PV1-3", "nothing", "a place was expected"),
        Copy = new string('x', 100),
    };

    // A server that starts again on the same quarantine with another network file.
    private static Bench Mended(Bench before, Domain.Network.NetworkMap network)
    {
        before.Quarantine.Dispose();
        var mended = new Bench(network);
        foreach (var entry in before.Quarantine.Waiting())
        {
            mended.Quarantine.Add(entry);
        }

        return mended;
    }
}
