using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests;

public sealed class EndToEndTests
{
    [Fact]
    public async Task Mllp_Admission_IsInTheJournalWhenAcknowledged()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        var answer = await client.SendAsync(Messages.Admission("42"));

        Assert.Equal("AA", MllpSender.CodeOf(answer));
        Assert.Equal("42", Messages.ControlIdOf(answer));
        var one = Assert.Single(await host.EventsAsync());
        Assert.Equal(("basildon-pas", "42@20261122100100", "RAJ12"), (one.Source, one.MessageId, one.Site));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 58, 0, TimeSpan.Zero), one.OccurredAt);
        var admitted = Assert.IsType<PatientAdmitted>(one.Detail);
        Assert.Equal(new Place("MARY", "07"), admitted.Place);
        Assert.StartsWith("v_", admitted.Encounter, StringComparison.Ordinal);
        Assert.StartsWith("p_", admitted.Patient, StringComparison.Ordinal);
        Assert.Equal(("21", "300"), (admitted.AdmissionMethod, admitted.Specialty));
    }

    [Fact]
    public async Task Mllp_SameMessageTwice_IsAcceptedOnce()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendAsync(Messages.Admission("42"));
        var answer = await client.SendAsync(Messages.Admission("42"));

        Assert.Equal("AA", MllpSender.CodeOf(answer));
        Assert.Single(await host.EventsAsync());
        Assert.Equal((1, 1), (host.Monitor.Snapshot()[0].Accepted, host.Monitor.Snapshot()[0].AlreadyKnown));
    }

    [Fact]
    public async Task Mllp_UnknownSender_IsAnErrorThatNamesTheFieldAndIsQuarantined()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        var answer = await client.SendAsync(Messages.Admission("42").Replace("|PAS|", "|OTHER|",
            StringComparison.Ordinal));

        Assert.Equal("AE", MllpSender.CodeOf(answer));
        Assert.StartsWith("ERR||MSH^1^3|204^", MllpSender.SegmentOf(answer, "ERR"), StringComparison.Ordinal);
        Assert.Empty(await host.EventsAsync());
        Assert.Single(host.Quarantine.Waiting());
    }

    [Fact]
    public async Task Http_Event_IsInTheJournalWithItsPseudonym()
    {
        await using var host = await FeedsHost.StartAsync();

        var response = await host.PostAsync(Messages.Arrival);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(
            """{"accepted":1,"alreadyKnown":0,"rejected":0,"items":[{"index":0,"messageId":"m1","outcome":"accepted"}]}""",
            await response.Content.ReadAsStringAsync());
        var arrived = Assert.IsType<AmbulanceArrived>(Assert.Single(await host.EventsAsync()).Detail);
        Assert.StartsWith("c_", arrived.Conveyance, StringComparison.Ordinal);
        Assert.Equal(AmbulanceCategory.C2, arrived.Category);
    }
}
