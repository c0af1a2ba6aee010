using System.Text;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Feeds.Tests.Support;

namespace MseControlCentre.Feeds.Tests.Csv;

/// <summary>Files that are right: however a spreadsheet writes them, they say the same.</summary>
public sealed class SitrepFileTests
{
    private const string Good = """
        site,ward,core_open,escalation_open,closed,closed_reason,as_of,declared_by
        RAJ12,MARY,18,2,1,"norovirus, bay C",2026-11-22 08:00,site manager on call
        RAJ12,AMU,10,0,,,2026-11-22 08:00,site manager on call
        """;

    public static TheoryData<string, string> AllForms
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var form in DeclarationForms.All)
            {
                data.Add(form.Id, "mid-and-south-essex");
                data.Add(form.Id, "example-essex");
            }

            return data;
        }
    }

    [Fact]
    public async Task File_OfWards_BecomesDeclarationsThatExpire()
    {
        using var bench = new Bench(Networks.Declaring);

        var (read, reply) = await bench.UploadAsync("ward-capacity", Good);

        Assert.Empty(read.Faults);
        Assert.Equal(new SitrepReply("ward-capacity", 2, 2, 0, "utf-8"), reply);
        var events = await bench.EventsAsync();
        var eight = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new WardCapacityDeclared("MARY", 18, 2, 1, "norovirus, bay C", eight.AddHours(24), "site manager on call"),
            events[0].Detail);
        Assert.Equal(
            new WardCapacityDeclared("AMU", 10, 0, 0, null, eight.AddHours(24), "site manager on call"),
            events[1].Detail);
        Assert.All(events, e => Assert.Equal(("declared", "RAJ12", eight), (e.Source, e.Site, e.OccurredAt)));
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Template_OfEveryForm_ComesInOnceTheExampleIsSwitchedOn(string form, string file)
    {
        using var bench = new Bench(NetworkOf(file));
        var template = SitrepTemplate.Of(DeclarationForms.Find(form)!, NetworkOf(file));

        var untouched = await bench.UploadAsync(form, template);
        var text = Encoding.UTF8.GetString(template).Replace("# ", "", StringComparison.Ordinal);
        var (read, reply) = await bench.UploadAsync(form, text);

        Assert.Equal("a header and no row", Assert.Single(untouched.Read.Faults).Found);
        Assert.Empty(read.Faults);
        Assert.Equal(1, reply!.Accepted);
        var declared = Assert.Single(await bench.EventsAsync());
        Assert.NotNull(((Declaration)declared.Detail).ExpiresAt);
    }

    [Fact]
    public async Task File_InAnyShapeASpreadsheetWrites_SaysTheSame()
    {
        var expected = await EventsOf(Encoding.UTF8.GetBytes(Good));

        Assert.Equal(expected, await EventsOf([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]));
        Assert.Equal(expected, await EventsOf(Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Equal(expected, await EventsOf(Encoding.UTF8.GetBytes(
            Good.Replace("norovirus,", "norovirus;", StringComparison.Ordinal)
                .Replace(',', ';')
                .Replace("norovirus;", "norovirus,", StringComparison.Ordinal))));
        Assert.Equal(expected, await EventsOf(Encoding.UTF8.GetBytes(
            Good.Replace("core_open", "Core Open", StringComparison.Ordinal)
                .Replace("2026-11-22 08:00", "22/11/2026 08:00", StringComparison.Ordinal))));
        Assert.Equal(expected, await EventsOf(Encoding.UTF8.GetBytes(
            Good.Replace("\nRAJ12,AMU", "\n\n,,,,,,,\n# RAJ12,ED,1,1\nRAJ12,AMU", StringComparison.Ordinal))));
        Assert.Equal(expected, await EventsOf(Encoding.UTF8.GetBytes("""
            as_of,declared_by,closed_reason,closed,escalation_open,core_open,ward,site
            2026-11-22T08:00:00Z,site manager on call,"norovirus, bay C",1,2,18,mary,raj12
            2026-11-22T08:00:00+00:00,site manager on call,,,0,10,AMU,RAJ12
            """)));
    }

    [Fact]
    public async Task File_InWindows1252_IsReadAndSaysSo()
    {
        using var bench = new Bench(Networks.Declaring);
        byte[] file =
        [
            .. "site,ward,core_open,escalation_open,declared_by\nRAJ12,MARY,18,2,bed manager "u8, 0x96, .. " caf"u8, 0xE9,
        ];

        var (_, reply) = await bench.UploadAsync("ward-capacity", file);

        Assert.Equal("windows-1252", reply?.Encoding);
        var declared = (Declaration)Assert.Single(await bench.EventsAsync()).Detail;
        Assert.Equal("bed manager \u2013 caf\u00e9", declared.DeclaredBy);
    }

    [Fact]
    public async Task SameFile_Again_ChangesNothing()
    {
        using var bench = new Bench(Networks.Declaring);
        await bench.UploadAsync("ward-capacity", Good);
        bench.Clock.Advance(TimeSpan.FromDays(3));

        var (_, reply) = await bench.UploadAsync("ward-capacity", Good);

        Assert.Equal((0, 2), (reply!.Accepted, reply.AlreadyKnown));
        Assert.Equal(2, (await bench.EventsAsync()).Count);
    }

    [Fact]
    public async Task SameFile_WithoutTimes_IsTheSameOnItsDayAndNewTheNext()
    {
        const string untimed = "site,ward,core_open,escalation_open,declared_by\nRAJ12,MARY,18,2,site manager";
        using var bench = new Bench(Networks.Declaring);
        await bench.UploadAsync("ward-capacity", untimed);
        bench.Clock.Advance(TimeSpan.FromHours(2));
        var sameDay = await bench.UploadAsync("ward-capacity", untimed);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await bench.UploadAsync("ward-capacity", untimed);

        Assert.Equal((0, 1), (sameDay.Reply!.Accepted, sameDay.Reply.AlreadyKnown));
        Assert.Equal((1, 0), (nextDay.Reply!.Accepted, nextDay.Reply.AlreadyKnown));
        Assert.Equal(bench.Clock.GetUtcNow(), (await bench.EventsAsync())[1].OccurredAt);
    }

    [Fact]
    public async Task CohortArea_ClosedAndOpen_BecomeTwoKindsOfEvent()
    {
        using var bench = new Bench(Networks.Declaring);

        await bench.UploadAsync("cohort-area", """
            site,area,open,capacity,as_of,expires_at,declared_by
            RAJ12,Handover unit,yes,12,2026-11-22 08:00,2026-11-22 20:00,nurse in charge
            RAJ12,Corridor,no,,2026-11-22 08:00,,nurse in charge
            """);

        var events = await bench.EventsAsync();
        Assert.Equal(12, Assert.IsType<CohortOpened>(events[0].Detail).Capacity);
        Assert.Equal(new CohortClosed("Corridor", "nurse in charge"), events[1].Detail);
    }

    [Theory]
    [InlineData("virtual-ward-capacity", "virtual_ward,capacity", "VW-FRAILTY,7", "EPUT")]
    [InlineData("community-capacity", "unit,capacity,occupied", "CU1,20,18", "EPUT")]
    [InlineData("ambulance-service", "reap_level", "3", "RYC")]
    public async Task Form_ThatNamesNoSite_IsAboutItsProvider(string form, string header, string row, string site)
    {
        using var bench = new Bench(Networks.Declaring);

        await bench.UploadAsync(
            form, $"{header},expires_at,declared_by\n{row},2026-11-22 20:00,duty manager");

        Assert.Equal(site, Assert.Single(await bench.EventsAsync()).Site);
    }

    // 25 October 2026: 01:30 comes twice. The file arrives at 01:40 UTC, after both: the nearer one is 01:30 GMT.
    [Fact]
    public async Task Time_InTheHourThatOccursTwice_IsTheNearerOne()
    {
        using var bench = new Bench(Networks.Declaring);
        bench.Clock.SetTo(new DateTimeOffset(2026, 10, 25, 1, 40, 0, TimeSpan.Zero));

        await bench.UploadAsync("ward-capacity", Good.Replace("2026-11-22 08:00", "2026-10-25 01:30", StringComparison.Ordinal));

        var events = await bench.EventsAsync();
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero), events[0].OccurredAt);
    }

    // In summer local clocks are an hour ahead of UTC.
    [Fact]
    public async Task Time_InSummer_IsLocal()
    {
        using var bench = new Bench(Networks.Declaring);
        bench.Clock.SetTo(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

        await bench.UploadAsync("ward-capacity", Good.Replace("2026-11-22 08:00", "2026-07-01 08:00", StringComparison.Ordinal));

        Assert.Equal(
            new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero), (await bench.EventsAsync())[0].OccurredAt);
    }

    private static async Task<IReadOnlyList<(string, DateTimeOffset, EventDetail)>> EventsOf(byte[] file)
    {
        using var bench = new Bench(Networks.Declaring);
        var (read, _) = await bench.UploadAsync("ward-capacity", file);
        Assert.Empty(read.Faults);
        return [.. (await bench.EventsAsync()).Select(e => (e.Site, e.OccurredAt, e.Detail))];
    }

    private static NetworkMap NetworkOf(string file) =>
        file == "example-essex" ? Networks.Essex : Networks.MidAndSouthEssex;
}
