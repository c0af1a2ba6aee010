using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Tests.Csv;

/// <summary>Files with faults: every one is named by row and column, nothing is taken, and no value is repeated.</summary>
public sealed class SitrepFaultTests
{
    private const string Header = "site,ward,core_open,escalation_open,closed_reason,as_of,expires_at,declared_by\n";
    private const string Row = "RAJ12,MARY,18,2,,2026-11-22 08:00,,site manager\n";

    // 943 476 5919 passes the modulus 11 check; it is the example of the NHS Data Dictionary.
    private const string NhsNumber = "943 476 5919";

    [Theory]
    [InlineData("RAJ12,", "RAJ99,", "site", "5 characters")]
    [InlineData("RAJ12,", ",", "site", "nothing")]
    [InlineData("MARY", "KING", "ward", "4 letters")]
    [InlineData(",18,", ",eighteen,", "core_open", "8 letters")]
    [InlineData(",18,", ",-1,", "core_open", "2 characters")]
    [InlineData(",18,", ",1.5,", "core_open", "3 characters")]
    [InlineData(",18,", ",=1+1,", "core_open", "4 characters")]
    [InlineData(",18,", ",10001,", "core_open", "5 digits")]
    [InlineData(",18,", ",,", "core_open", "nothing")]
    [InlineData(",2,,", ",2,=HYPERLINK(1),", "closed_reason", "formula")]
    [InlineData(",2,,", ",2,@SUM(A1),", "closed_reason", "formula")]
    [InlineData(",2,,", ",2,+44 7700 900000,", "closed_reason", "formula")]
    [InlineData(",2,,", ",2,\"two\nlines\",", "closed_reason", "line break")]
    [InlineData(",2,,", ",2,bed of " + NhsNumber + ",", "closed_reason", "what looks like an NHS number")]
    [InlineData("2026-11-22 08:00", "yesterday", "as_of", "9 letters")]
    [InlineData("2026-11-22 08:00", "2026-11-22 12:00", "as_of", "ahead of this clock")]
    [InlineData("2026-11-22 08:00", "1999-11-22 12:00", "as_of", "before the year 2000")]
    [InlineData("08:00,,", "08:00,2026-11-22 07:59,", "expires_at", "not after the declaration")]
    [InlineData("08:00,,", "08:00,2026-12-24 08:00,", "expires_at", "more than 31 days")]
    [InlineData("site manager", "", "declared_by", "nothing")]
    [InlineData("site manager", "staff of " + NhsNumber, "declared_by", "what looks like an NHS number")]
    [InlineData("site manager\n", "site manager,left over\n", "I", "a column without a name")]
    [InlineData("site manager", "site \"manager", "", "broken quotation marks")]
    public async Task Cell_WithAFault_IsNamedByRowAndColumnAndShape(
        string right, string wrong, string column, string found)
    {
        using var bench = new Bench(Networks.Declaring);

        var (read, reply) = await bench.UploadAsync(
            "ward-capacity",
            Header + Row.Replace("MARY", "AMU", StringComparison.Ordinal)
                + Row.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(reply);
        var fault = Assert.Single(read.Faults);
        Assert.Equal(3, fault.Row);
        Assert.Equal(column, fault.Column);
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.Empty(await bench.EventsAsync());
    }

    [Fact]
    public async Task LastRowOfMany_WithAFault_LeavesTheJournalAsItWas()
    {
        using var bench = new Bench(Networks.Declaring);
        var rows = Enumerable.Range(0, 500).Select(minute => Row.Replace(
            "2026-11-22 08:00",
            new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minute)
                .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            StringComparison.Ordinal));
        var file = Header + string.Concat(rows);

        var (read, _) = await bench.UploadAsync("ward-capacity", file + "RAJ12,MARY,x,2,,,,site manager");
        Assert.Equal((502, 1), (Assert.Single(read.Faults).Row, read.FaultCount));
        Assert.Equal(0, bench.Journal.LastSequence);

        Assert.Equal(500, (await bench.UploadAsync("ward-capacity", file)).Reply!.Accepted);
    }

    [Fact]
    public async Task Faults_OfEveryRow_AreAllCountedAndTheFirstHundredTold()
    {
        using var bench = new Bench(Networks.Declaring);
        var file = Header + string.Concat(Enumerable.Repeat("RAJ99,MARY,x,y,,,,\n", 60));

        var (read, _) = await bench.UploadAsync("ward-capacity", file);

        // Each row: an unknown site, two that are no numbers, nobody who declares. Whether the ward exists cannot be
        // told without the site.
        Assert.Equal((240, 100), (read.FaultCount, read.Faults.Count));
        Assert.Equal(["site", "core_open", "escalation_open", "declared_by"],
            read.Faults.Take(4).Select(fault => fault.Column));
    }

    [Fact]
    public async Task Header_WithUnknownMissingAndRepeatedColumns_NamesThemAllAndNoValue()
    {
        using var bench = new Bench(Networks.Declaring);

        var (read, _) = await bench.UploadAsync(
            "ward-capacity", "site,ward,ward,core open,Ann Example " + NhsNumber + "\nRAJ12,MARY,MARY,18,x\n");

        Assert.Equal(["ward", "E", "escalation_open", "declared_by"], read.Faults.Select(fault => fault.Column));
        Assert.All(read.Faults, fault => Assert.Equal(1, fault.Row));
        Assert.DoesNotContain(read.Faults, fault => fault.ToString().Contains("Ann", StringComparison.Ordinal)
            || fault.ToString().Contains("943", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoRows_AboutTheSameAtTheSameTime_AreAFault()
    {
        using var bench = new Bench(Networks.Declaring);

        var (read, _) = await bench.UploadAsync(
            "ward-capacity", Header + Row + Row.Replace("18", "19", StringComparison.Ordinal));

        Assert.Contains("the same as row 2", Assert.Single(read.Faults).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_LargerThanItsWhole_IsAFaultInAFileAndInAnEvent()
    {
        using var bench = new Bench(Networks.Declaring);

        var (read, _) = await bench.UploadAsync(
            "intermediate-care-slots",
            "unit,offered,booked,used,expires_at,declared_by\nCU1,20,21,15,2026-11-23 08:00,co-ordinator");
        var (status, reply) = await bench.PostAsync("""
            {"source":"virtual-wards","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"EPUT",
             "kind":"IntermediateCareSlotsDeclared","detail":{"unit":"CU1","offered":20,"booked":21,"used":15}}
            """);

        Assert.Equal("booked", Assert.Single(read.Faults).Column);
        Assert.Equal((400, "detail.booked"), (status, reply.Items[0].Field));
    }

    [Fact]
    public async Task Level_OutOfItsRange_IsAFaultInAnEventToo()
    {
        using var bench = new Bench(Networks.Declaring);

        var (status, reply) = await bench.PostAsync("""
            {"source":"eeast-cad","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"TST",
             "kind":"OpelDeclared","detail":{"level":5}}
            """);

        Assert.Equal((400, "detail.level"), (status, reply.Items[0].Field));
    }

    [Fact]
    public async Task Event_OfAFeedWithoutAnExpiry_GetsTheUsualLifeOfItsForm()
    {
        using var bench = new Bench(Networks.Declaring);

        await bench.PostAsync("""
            {"source":"care-transfer-hub","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"RAJ12",
             "kind":"WardCapacityDeclared","detail":{"ward":"MARY","coreOpen":18,"escalationOpen":0}}
            """);

        var declared = (Declaration)Assert.Single(await bench.EventsAsync()).Detail;
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero), declared.ExpiresAt);
    }

    [Fact]
    public async Task Form_WithoutAnAgreedLife_AsksForAnExpiry()
    {
        using var bench = new Bench(Networks.Declaring);

        var (read, _) = await bench.UploadAsync(
            "opel", "site,level,declared_by\nTST,3,on-call director");

        Assert.Equal("expires_at", Assert.Single(read.Faults).Column);
    }

    [Fact]
    public async Task AmbulanceService_WithNeitherLevel_IsAFault()
    {
        using var bench = new Bench(Networks.MidAndSouthEssex);

        var (read, _) = await bench.UploadAsync("ambulance-service", "reap_level,declared_by\n,commander");

        Assert.Contains("at least one of", Assert.Single(read.Faults).Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("\n\n,,\n# only a note\n", "nothing")]
    [InlineData("site,ward", "a header and no row")]
    public async Task File_ThatSaysNothing_IsRefused(string file, string found)
    {
        using var bench = new Bench(Networks.Declaring);

        Assert.Equal(found, Assert.Single((await bench.UploadAsync("ward-capacity", file)).Read.Faults).Found);
    }

    [Fact]
    public async Task File_InUtf16_IsRefusedWithWhatToDo()
    {
        using var bench = new Bench(Networks.Declaring);
        byte[] file = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header + Row)];

        var fault = Assert.Single((await bench.UploadAsync("ward-capacity", file)).Read.Faults);

        Assert.Contains("CSV UTF-8", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WithMoreRowsThanAreTaken_IsRefused()
    {
        using var bench = new Bench(Networks.Declaring, new FeedLimits { MaxSitrepRows = 2 });

        var two = await bench.UploadAsync("ward-capacity",
            Header + Row + Row.Replace("MARY", "AMU", StringComparison.Ordinal));
        var three = await bench.UploadAsync("ward-capacity", Header + Row + Row + Row);

        Assert.NotNull(two.Reply);
        Assert.Equal("more than 2 rows", Assert.Single(three.Read.Faults).Found);
    }

    [Fact]
    public async Task Network_WithoutAFeedOfForms_SaysWhatToAdd()
    {
        using var bench = new Bench();

        var fault = Assert.Single((await bench.UploadAsync("ward-capacity", Header + Row)).Read.Faults);

        Assert.Contains("protocol Declared", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_ThatIsUnavailable_TakesNothing()
    {
        using var bench = new Bench(Networks.Declaring, journal: new HeldJournal { IsUnavailable = true });

        await Assert.ThrowsAsync<JournalUnavailableException>(() => bench.UploadAsync("ward-capacity", Header + Row));
        Assert.Equal(0, bench.Journal.LastSequence);
    }

    [Fact]
    public async Task Faults_NeverReachTheLogWithAValue()
    {
        using var bench = new Bench(Networks.Declaring);

        await bench.UploadAsync("ward-capacity", Header + Row.Replace(
            "site manager", "Ann Example " + NhsNumber, StringComparison.Ordinal));

        Assert.NotEmpty(bench.Log.Lines);
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains("Ann", StringComparison.Ordinal)
            || line.Contains("943", StringComparison.Ordinal));
        var status = bench.Monitor.Snapshot().Single(feed => feed.Id == "declared");
        Assert.Equal(["file ward-capacity"], status.RejectsByReason.Keys);
    }
}
