using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Tests.Json;

public sealed class EventIntakeTests
{
    [Fact]
    public async Task Single_PrettyPrinted_IsTaken()
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(Messages.Arrival.Replace(",", ",\n  ", StringComparison.Ordinal));

        Assert.Equal((202, 1), (status, reply.Accepted));
    }

    [Fact]
    public async Task Array_WithOneFault_TakesTheOthers()
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(
            $"[{Messages.Arrival},{Messages.Arrival.Replace("C2", "C9", StringComparison.Ordinal)},{Messages.Arrival},"
            + $"{Messages.Arrival.Replace("m1", "m2", StringComparison.Ordinal)},7]");

        Assert.Equal(207, status);
        Assert.Equal((2, 1, 2), (reply.Accepted, reply.AlreadyKnown, reply.Rejected));
        Assert.Equal(
            [ItemOutcome.Accepted, ItemOutcome.Rejected, ItemOutcome.AlreadyKnown, ItemOutcome.Accepted,
                ItemOutcome.Rejected],
            reply.Items.Select(item => item.Outcome));
        Assert.Equal(("detail.category", "m1"), (reply.Items[1].Field, reply.Items[1].MessageId));
        Assert.Contains("C1, C2, C3, C4, C5", reply.Items[1].Error, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.EventsAsync()).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ndjson_WithABrokenLine_TakesTheOthers(bool isDeclared)
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(
            $"{Messages.Arrival}\r\n\n{{\"source\":\n{Messages.Arrival.Replace("m1", "m2", StringComparison.Ordinal)}\n", isDeclared);

        Assert.Equal((207, 2, 1), (status, reply.Accepted, reply.Rejected));
        Assert.Equal("event", reply.Items[1].Field);
    }

    [Fact]
    public async Task SentAgain_IsAlreadyKnown()
    {
        using var bench = new Bench();
        await bench.PostAsync(Messages.Arrival);

        var (status, reply) = await bench.PostAsync(Messages.Arrival);

        Assert.Equal((202, 0, 1), (status, reply.Accepted, reply.AlreadyKnown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[")]
    [InlineData("[1,")]
    public async Task Body_ThatIsNoJson_IsRefusedWhole(string body)
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(body);

        Assert.Equal(400, status);
        Assert.NotNull(reply.Error);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"source\":{}}")]
    [InlineData("[[]]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Body_ThatIsNoEvent_IsRejected(string body)
    {
        using var bench = new Bench();

        Assert.Equal(400, (await bench.PostAsync(body)).Status);
    }

    [Theory]
    [InlineData("\"eeast-cad\"", "\"nobody\"", "source")]
    [InlineData("\"eeast-cad\"", "\"basildon-pas\"", "source")]
    [InlineData("\"eeast-cad\"", "\"control-centre\"", "source")]
    [InlineData("\"eeast-cad\"", "7", "source")]
    [InlineData("\"m1\"", "\"\"", "messageId")]
    [InlineData("\"m1\"", "\"a\\u0007b\"", "messageId")]
    [InlineData("\"m1\"", "\"\\ud800\"", "messageId")]
    [InlineData("\"2026-11-22T10:01:00Z\"", "\"22/11/2026 10:01\"", "occurredAt")]
    [InlineData("\"2026-11-22T10:01:00Z\"", "\"2026-11-22T10:01:00\"", "occurredAt")]
    [InlineData("\"2026-11-22T10:01:00Z\"", "\"2026-11-22T12:00:00Z\"", "occurredAt")]
    [InlineData("\"2026-11-22T10:01:00Z\"", "\"1999-11-22T12:00:00Z\"", "occurredAt")]
    [InlineData("\"occurredAt\":\"2026-11-22T10:01:00Z\",", "", "occurredAt")]
    [InlineData("\"RAJ12\"", "\"RAJ99\"", "site")]
    [InlineData("\"RAJ12\"", "\"EPUT\"", "site")]
    [InlineData("\"AmbulanceArrived\"", "\"AmbulanceLost\"", "kind")]
    [InlineData("\"AmbulanceArrived\"", "\"FeedResumed\"", "kind")]
    [InlineData("\"AmbulanceArrived\"", "\"NetworkAdopted\"", "kind")]
    [InlineData("\"AmbulanceArrived\"", "\"AccessRecorded\"", "kind")]
    [InlineData("\"AmbulanceArrived\"", "\"EscalationRaised\"", "kind")]
    [InlineData("\"C2\"", "2", "detail.category")]
    [InlineData("\"C2\"", "\"C1, C2\"", "detail.category")]
    [InlineData("\"J123\"", "\"\"", "detail.conveyance")]
    [InlineData("\"J123\"", "null", "detail.conveyance")]
    [InlineData("\"conveyance\":\"J123\",", "", "detail.conveyance")]
    [InlineData("\"category\"", "\"surname\"", "detail")]
    [InlineData("\"kind\"", "\"name\":\"x\",\"kind\"", "event")]
    [InlineData("{\"conveyance\":\"J123\",\"category\":\"C2\"}", "[]", "detail")]
    [InlineData(",\"detail\":{\"conveyance\":\"J123\",\"category\":\"C2\"}", "", "detail")]
    public async Task Fault_NamesTheField(string part, string replacement, string field)
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(Messages.Arrival.Replace(part, replacement, StringComparison.Ordinal));

        Assert.Equal(400, status);
        Assert.Equal(field, Assert.Single(reply.Items).Field);
        Assert.Equal(field, Assert.Single(bench.Quarantine.Waiting()).Reason.Field);
    }

    [Theory]
    [InlineData(
        "CriteriaToResideAssessed",
        """{"encounter":"V1","met":false,"delayReason":"waits for 943 476 5919"}""",
        "detail.delayReason")]
    [InlineData("CriteriaToResideAssessed", """{"encounter":"V1","met":"no"}""", "detail.met")]
    [InlineData("CriteriaToResideAssessed", """{"encounter":"V1","met":false,"pathway":1}""", "detail.pathway")]
    [InlineData("StaffingDeclared", """{"staffGroup":"nurses","required":-1,"filled":2}""", "detail.required")]
    [InlineData("StaffingDeclared", """{"staffGroup":"nurses","required":1.5,"filled":2}""", "detail.required")]
    [InlineData("WardCapacityDeclared", """{"ward":"NOWHERE","coreOpen":1,"escalationOpen":0}""", "detail.ward")]
    [InlineData("CommunityCapacityDeclared", """{"unit":"NOWHERE","capacity":1,"occupied":0}""", "detail.unit")]
    [InlineData("VirtualWardCapacityDeclared", """{"virtualWard":"NOWHERE","capacity":1}""", "detail.virtualWard")]
    [InlineData("PatientAdmitted", """{"encounter":"V1","place":{"ward":"MARY","bed":"9434765919"}}""", "detail.place.bed")]
    [InlineData("PatientAdmitted", """{"encounter":"V1","place":{"ward":"MARY","room":"1"}}""", "detail.place")]
    [InlineData("PatientAdmitted", """{"encounter":"V1"}""", "detail.place")]
    [InlineData("StaffingDeclared", """{"staffGroup":"nurses","required":1,"filled":2,"subject":"x"}""", "detail")]
    public async Task Detail_ThatDoesNotFit_NamesTheMember(string kind, string detail, string field)
    {
        using var bench = new Bench();

        var (_, reply) = await bench.PostAsync(Messages.Hub(kind, detail));

        Assert.Equal(field, Assert.Single(reply.Items).Field);
    }

    [Theory]
    [InlineData(64, 202)]
    [InlineData(65, 400)]
    public async Task Words_AreLimitedInLength(int length, int status)
    {
        using var bench = new Bench();

        var words = new string('x', length);

        Assert.Equal(status, (await bench.PostAsync(
            Messages.Hub("CriteriaToResideAssessed", $$"""{"encounter":"V1","met":false,"owner":"{{words}}"}"""))).Status);
    }

    [Fact]
    public async Task Place_InAnUnknownWard_IsKeptAsUnmapped()
    {
        using var bench = new Bench();

        await bench.PostAsync(Messages.Hub("PatientAdmitted", """{"encounter":"V1","place":{"ward":"CORRIDOR","bed":"1"}}"""));

        var admitted = Assert.IsType<PatientAdmitted>(Assert.Single(await bench.EventsAsync()).Detail);
        Assert.Equal(new Place(null, "1", "CORRIDOR"), admitted.Place);
        Assert.Equal(Bench.Visit("V1"), admitted.Encounter);
    }

    [Fact]
    public async Task Items_BeyondTheLimit_AreRefusedWhole()
    {
        using var bench = new Bench(limits: new FeedLimits { MaxItems = 2 });

        var (status, _) = await bench.PostAsync(string.Join('\n', Enumerable.Repeat(Messages.Arrival, 3)), isNdjson: true);

        Assert.Equal(413, status);
        Assert.Empty(await bench.EventsAsync());
    }

    [Fact]
    public async Task Journal_Unavailable_IsSaidToTheCaller()
    {
        using var bench = new Bench(journal: new HeldJournal { IsUnavailable = true });

        await Assert.ThrowsAsync<JournalUnavailableException>(() => bench.PostAsync(Messages.Arrival));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Http_BodyOverTheLimit_IsTooLarge(bool withLength)
    {
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { Limits = new FeedLimits { MaxBodyBytes = 1000 } });
        using var content = new StringContent(
            string.Join('\n', Enumerable.Repeat(Messages.Arrival, 10)), System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events") { Content = content };
        request.Headers.TransferEncodingChunked = !withLength;

        var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1000 bytes", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_JournalUnavailable_AsksToRetry()
    {
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { Journal = new HeldJournal { IsUnavailable = true } });

        var response = await host.PostAsync(Messages.Arrival);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("5", Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task Http_Ndjson_IsTaken()
    {
        await using var host = await FeedsHost.StartAsync();

        var response = await host.PostAsync(
            Messages.Arrival + "\n" + Messages.Arrival.Replace("m1", "m2", StringComparison.Ordinal), "application/x-ndjson");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(2, (await host.EventsAsync()).Count);
    }
}
