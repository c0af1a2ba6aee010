using System.Text;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Intake;

public sealed class AcknowledgementTests
{
    [Fact]
    public async Task Answer_Accepted_SwapsSenderAndReceiverAndEchoesTheControlId()
    {
        using var bench = new Bench();

        var answer = Assert.Single(await bench.SendAsync(Messages.Admission("42")));

        var header = MllpSender.SegmentOf(answer, "MSH").Split('|');
        Assert.Equal(["SCC", "QH8", "PAS", "RAJ12"], header[2..6]);
        Assert.Equal(("ACK^A01^ACK", "P", "2.4"), (header[8], header[10], header[11]));
        Assert.Equal("MSA|AA|42", MllpSender.SegmentOf(answer, "MSA"));
    }

    [Fact]
    public async Task Answer_OtherDelimiters_AreTheSenders()
    {
        using var bench = new Bench();
        var message = Messages.Admission("42").Replace(@"MSH|^~\&", "MSH#@!$%", StringComparison.Ordinal)
            .Replace('|', '#').Replace('^', '@');

        var answer = Assert.Single(await bench.SendAsync(message));

        Assert.StartsWith("MSH#@!$%#SCC#QH8#PAS#RAJ12#", answer, StringComparison.Ordinal);
        Assert.Contains("\rMSA#AA#42\r", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_Utf16_IsUtf16()
    {
        using var bench = new Bench();
        byte[] frame = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Messages.Admission("42"))];

        var answer = await bench.Hl7.ReceiveAsync(frame, null, _ => { });

        Assert.Contains("MSA|AA|42", Encoding.Unicode.GetString(answer.Span[1..^2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_EachMessageOfABatch_HasItsOwn()
    {
        using var bench = new Bench();
        var batch = "FHS|^~\\&|x\rBHS|^~\\&|x\r" + Messages.Admission("1", "V1") + Messages.Admission("2", "")
            .Replace("PID|1||1234567^^^RAJ12^PI", "PID|1||", StringComparison.Ordinal)
            + Messages.Basildon("A31", "3", "PID|1") + "MSH\r" + Messages.Admission("5", "V5") + "BTS|5\rFTS|1\r";

        var answers = await bench.SendAsync(batch);

        Assert.Equal(["AA", "AE", "AA", "AR", "AA"], answers.Select(MllpSender.CodeOf));
        Assert.Equal(["1", "2", "3", "", "5"], answers.Select(Messages.ControlIdOf));
        Assert.Equal(2, (await bench.EventsAsync()).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<ClinicalDocument/>")]
    [InlineData("{\"resourceType\":\"Bundle\"}")]
    public async Task Answer_NoHl7_IsReject(string frame)
    {
        using var bench = new Bench();

        Assert.Equal("AR", MllpSender.CodeOf(Assert.Single(await bench.SendAsync(frame))));
    }

    [Fact]
    public async Task Answer_MoreMessagesThanTaken_SaysSoLast()
    {
        using var bench = new Bench(limits: new FeedLimits { MaxMessagesPerFrame = 2 });

        var answers = await bench.SendAsync(Messages.Admission("1", "V1") + Messages.Admission("2",
            "V2") + Messages.Admission("3", "V3"));

        Assert.Equal(["AA", "AA", "AR"], answers.Select(MllpSender.CodeOf));
        Assert.Contains("at most 2", answers[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EVN||20261122100100||||20261122095800", "EVN||||||22 November", "EVN-6", "ERR||EVN^1^6|102^")]
    [InlineData("EVN||20261122100100||||20261122095800", "EVN||yesterday", "EVN-2", "ERR||EVN^1^2|102^")]
    [InlineData("EVN||20261122100100||||20261122095800", "EVN||||||20261122110000", "EVN-6", "ahead of this clock")]
    [InlineData("EVN||20261122100100||||20261122095800", "EVN||||||19000101", "EVN-6", "before the year 2000")]
    [InlineData("^MARY^07^RAJ12", "^MARY^07^RAJ01", "PV1-3.4", "ERR||PV1^1^3^1^4|103^")]
    [InlineData("ADT^A01", "", "MSH-9", "ERR||MSH^1^9|101^")]
    [InlineData("PAS|RAJ12", "PAS|RXX", "MSH-3", "3 letters in MSH-4")]
    public async Task Answer_Fault_NamesTheField(string part, string replacement, string field, string expected)
    {
        using var bench = new Bench();

        var answer = Assert.Single(await bench.SendAsync(Messages.Admission("42").Replace(part, replacement,
            StringComparison.Ordinal)));

        Assert.Equal("AE", MllpSender.CodeOf(answer));
        Assert.Contains(expected, MllpSender.SegmentOf(answer, "ERR"), StringComparison.Ordinal);
        Assert.Equal(field, Assert.Single(bench.Quarantine.Waiting()).Reason.Field);
        Assert.Empty(await bench.EventsAsync());
    }

    [Fact]
    public async Task Answer_NoIdentityAtAll_NamesTheVisitNumber()
    {
        using var bench = new Bench();

        var answer = Assert.Single(await bench.SendAsync(Messages.Basildon("A13", "42", "PV1|1|I|^MARY^07^RAJ12")));

        Assert.StartsWith("ERR||PV1^1^19|101^Required field missing^HL70357|E|", MllpSender.SegmentOf(answer, "ERR"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_SiteNotKnown_NamesTheFacility()
    {
        using var bench = new Bench(Networks.Changed(feeds =>
        {
            feeds[0]!["sites"]!.AsArray().Add("RAJ01");
            feeds[0]!["sendingFacility"] = "HUB";
        }));

        var answer = Assert.Single(await bench.SendAsync(Messages.Admission("42")
            .Replace("PAS|RAJ12", "PAS|HUB", StringComparison.Ordinal)
            .Replace("^MARY^07^RAJ12", "^SOMEWHERE^07", StringComparison.Ordinal)));

        Assert.StartsWith("ERR||PV1^1^3^1^4|204^", MllpSender.SegmentOf(answer, "ERR"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_JournalUnavailable_AsksToTryAgain()
    {
        var journal = new HeldJournal { IsUnavailable = true };
        using var bench = new Bench(journal: journal);

        var answer = Assert.Single(await bench.SendAsync(Messages.Admission("42")));

        Assert.Equal("AE", MllpSender.CodeOf(answer));
        Assert.Contains("try again", answer, StringComparison.Ordinal);
        Assert.Empty(bench.Quarantine.Waiting());
    }

    [Fact]
    public async Task Answer_JournalThatFailsUnexpectedly_IsAnErrorAndNotLoggedWithItsData()
    {
        using var bench = new Bench(journal: new HeldJournal { Fault = new InvalidOperationException("SURNAME") });

        var answer = Assert.Single(await bench.SendAsync(Messages.Admission("42")));

        Assert.Equal("AE", MllpSender.CodeOf(answer));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains("SURNAME", StringComparison.Ordinal));
        Assert.Contains(bench.Log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_BeforeTheCommit_IsNotGiven()
    {
        var journal = new HeldJournal();
        using var bench = new Bench(journal: journal);

        var answering = bench.SendAsync(Messages.Admission("42"));

        Assert.False(answering.IsCompleted);
        Assert.Single(journal.Appended);
        journal.Release();
        Assert.Equal("AA", MllpSender.CodeOf(Assert.Single(await answering)));
    }

    [Fact]
    public async Task Answer_FullMemoryJournal_IsAnError()
    {
        using var bench = new Bench(journal: new MemoryJournal(TimeProvider.System, capacity: 1));

        await bench.SendAsync(Messages.Admission("1"));

        Assert.Equal("AE", MllpSender.CodeOf(Assert.Single(await bench.SendAsync(Messages.Admission("2", "V2")))));
    }

    [Theory]
    [InlineData("", "h_")]
    [InlineData("9434765919", "h_")]
    [InlineData("A#2", "h_")]
    [InlineData("ABC-1", "ABC-1@20261122100100")]
    public async Task MessageId_ComesFromTheControlIdWhenItCan(string controlId, string start)
    {
        using var bench = new Bench();

        await bench.SendAsync(Messages.Admission(controlId));
        await bench.SendAsync(Messages.Admission(controlId));

        Assert.StartsWith(start, Assert.Single(await bench.EventsAsync()).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionalFields_ThatCannotBeKept_AreLeftOutAndCounted()
    {
        using var bench = new Bench();
        var message = Messages.Basildon(
            "A01", "42", "PID|1||123", "PV1|1|I|^MARY^9434765919^RAJ12|21||||||943 476 5919|||||||||V1",
                "PV2|||||||||x");

        Assert.Equal("AA", MllpSender.CodeOf(Assert.Single(await bench.SendAsync(message))));

        var status = bench.Monitor.Snapshot()[0];
        Assert.Equal((1, 2), (status.Accepted, status.Dropped));
        Assert.Equal(["dropped PV1-10", "dropped PV1-3.3"], status.RejectsByReason.Keys);
        var admitted = Assert.IsType<Domain.Events.PatientAdmitted>(Assert.Single(await bench.EventsAsync()).Detail);
        Assert.Equal((new Domain.Events.Place("MARY"), null), (admitted.Place, admitted.Specialty));
    }
}
