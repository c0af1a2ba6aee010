using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Exports;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Exports;

/// <summary>
/// The 08:00 snapshot of Monday 23 November 2026, taken from the journal whenever it is asked. All times are UTC, which
/// is local time then.
/// </summary>
public sealed class SnapshotTests : IAsyncDisposable
{
    private static readonly NetworkMap s_network = NetworkFile.Read(TestNetwork.Utf8).Map!;
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly ReportingDay s_monday = new(new DateOnly(2026, 11, 23), s_zone);

    private readonly ManualClock _clock = new(At("2026-11-21T12:00:00Z"));
    private readonly MemoryJournal _journal;
    private readonly PastPictures _past;
    private readonly NationalReports _reports;
    private int _next;

    public SnapshotTests()
    {
        _journal = new MemoryJournal(_clock);
        var restorer = new StateRestorer(_journal, NullLogger<StateRestorer>.Instance);
        _past = new PastPictures(_journal, restorer);
        _reports = new NationalReports(
            new ReportPicturesReader(_past, new DepartmentDays(_journal, restorer, _past)), _clock);
    }

    [Theory]
    [InlineData(UecDailySitrep.Name)]
    [InlineData(AcuteDischargeSitrep.Name)]
    public async Task Snapshot_AskedAtNoon_IsTheOneTakenAtEight(string name)
    {
        await TellUntilEightAsync();
        var taken = ReportText.Csv((await MakeAsync(name))!);

        await TellAfterEightAsync();
        _clock.SetTo(At("2026-11-23T12:00:00Z"));
        var atNoon = ReportText.Csv((await MakeAsync(name))!);
        _clock.SetTo(At("2026-12-06T12:00:00Z"));
        await TellAsync("basildon-pas", "2026-12-06T11:00:00Z", new PatientAdmitted("v_z", new Place("MARY")));
        var afterTwoWeeks = ReportText.Csv((await MakeAsync(name))!);

        Assert.Equal(taken, atNoon);
        Assert.Equal(taken, afterTwoWeeks);
    }

    // At 08:00 Basildon knew of a, b and d in beds: c and e had left on Sunday. 20 + 10 core beds were open.
    // Later it is told that b left at 07:30 on Monday, and that f had been in a bed since Sunday evening.
    [Fact]
    public async Task Beds_AtEight_DifferOnlyByWhatIsKnownNow()
    {
        await TellUntilEightAsync();
        await TellAfterEightAsync();
        _clock.SetTo(At("2026-11-23T12:00:00Z"));

        Assert.Equal(["3", "30", "0.1"], Cells(await MakeAsync(UecDailySitrep.Name), "RAJ12"));

        // a, d and f: still three, but not the same three; and g, admitted after 08:00, is none of them.
        Assert.Equal(["3", "30", "0.1"], Cells(await MakeAsync(UecDailySitrep.Name, knownNow: true), "RAJ12"));
        await TellAsync("basildon-pas", "2026-11-23T07:45:00Z", new PatientAdmitted("v_h", new Place("AMU")));
        Assert.Equal(["3", "30", "0.1"], Cells(await MakeAsync(UecDailySitrep.Name), "RAJ12"));
        Assert.Equal(["4", "30", "0.1333"], Cells(await MakeAsync(UecDailySitrep.Name, knownNow: true), "RAJ12"));
    }

    // Sunday's discharges known on Monday at 08:00: c at 17:00:59 is by 17:00, e at 17:01:00 is after it.
    // Told later: i, who left on Sunday at 10:00.
    [Fact]
    public async Task Discharges_OfTheDayBefore_AreParted_At1701()
    {
        await TellUntilEightAsync();
        Assert.Equal(("2", "1", "1"), Discharges(await MakeAsync(AcuteDischargeSitrep.Name)));

        await TellAfterEightAsync();

        Assert.Equal(("2", "1", "1"), Discharges(await MakeAsync(AcuteDischargeSitrep.Name)));
        Assert.Equal(("3", "2", "1"), Discharges(await MakeAsync(AcuteDischargeSitrep.Name, knownNow: true)));
    }

    // A discharge of Sunday that is told twelve days later is beyond the board's horizon of 72 hours, but not beyond the
    // return's, which may be amended for 14 days.
    [Fact]
    public async Task Discharges_ToldTwelveDaysLater_CountInWhatIsKnownNow()
    {
        await TellUntilEightAsync();
        _clock.SetTo(At("2026-12-05T09:00:00Z"));
        await TellAsync("basildon-pas", "2026-11-22T11:00:00Z", new PatientDischarged("v_a"));

        Assert.Equal(("2", "1", "1"), Discharges(await MakeAsync(AcuteDischargeSitrep.Name)));
        Assert.Equal(("3", "2", "1"), Discharges(await MakeAsync(AcuteDischargeSitrep.Name, knownNow: true)));
    }

    // Sunday: on divert at 09:00, prolonged at 13:00, open at 15:00, closed at 20:00. One divert, one closure. Southend
    // never declared its department: not known, and so the trust's sum is not known either.
    [Fact]
    public async Task ClosuresAndDiverts_AreCountedWhereTheyBegin()
    {
        await TellUntilEightAsync();
        foreach (var (time, status) in new[]
        {
            ("2026-11-22T09:00:00Z", DepartmentStatus.Divert), ("2026-11-22T13:00:00Z", DepartmentStatus.Divert),
            ("2026-11-22T15:00:00Z", DepartmentStatus.Open), ("2026-11-22T20:00:00Z", DepartmentStatus.Closed),
            ("2026-11-23T00:00:00Z", DepartmentStatus.Open), ("2026-11-23T07:00:00Z", DepartmentStatus.Divert),
        })
        {
            await TellAsync("eeast-cad", time, new EmergencyDepartmentDeclared(status));
        }

        var report = await MakeAsync(UecDailySitrep.Name, knownNow: true);

        Assert.Equal(["1", "1"], [Cell(report!, "RAJ12", "Closures"), Cell(report!, "RAJ12", "Diverts")]);
        Assert.Equal(["", ""], [Cell(report!, "RAJ01", "Diverts"), Cell(report!, "RAJ", "Diverts")]);
    }

    [Fact]
    public async Task Snapshot_BeforeAnythingWasRecorded_IsNone() => Assert.Null(await _reports.MakeAsync(
        UecDailySitrep.Name,
        s_network,
        new ReportingDay(new DateOnly(2026, 11, 1), s_zone),
        knownNow: false,
        CancellationToken.None));

    // Clocks go back on 25 October 2026 and forward on 29 March: the day before has 25 and 23 hours.
    [Theory]
    [InlineData("2026-10-26", "2026-10-26T08:00:00Z", "2026-10-24T23:00:00Z", "2026-10-25T17:00:59.9999999Z", 25)]
    [InlineData("2026-10-25", "2026-10-25T08:00:00Z", "2026-10-23T23:00:00Z", "2026-10-24T16:00:59.9999999Z", 24)]
    [InlineData("2026-03-30", "2026-03-30T07:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T16:00:59.9999999Z", 23)]
    [InlineData("2026-03-29", "2026-03-29T07:00:00Z", "2026-03-28T00:00:00Z", "2026-03-28T17:00:59.9999999Z", 24)]
    public void Day_OfAClockChange_HasItsInstants(
        string date, string snapshot, string from, string five, int hours)
    {
        var day = new ReportingDay(NationalReports.DateOf(date)!.Value, s_zone);

        Assert.Equal((At(snapshot), At(from), At(five)), (day.Snapshot, day.PeriodStart, day.FiveOClock));
        Assert.Equal(TimeSpan.FromHours(hours), day.PeriodEnd.AddTicks(1) - day.PeriodStart);
    }

    public async ValueTask DisposeAsync()
    {
        _past.Dispose();
        await _journal.DisposeAsync();
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Cell(NationalReport report, string code, string column) => report.Rows
        .Single(row => row[0].Text == code)[report.Columns.ToList().IndexOf(column)].Text;

    private static string[] Cells(NationalReport? report, string code) =>
        [Cell(report!, code, "G&A beds occ'd"), Cell(report!, code, "G&A Beds Open"), Cell(report!, code, "Occupancy rate")];

    private static (string All, string ByFive, string After) Discharges(NationalReport? report)
    {
        string Value(string metric) => report!.Rows.Single(row => row[4].Text == "RAJ12" && row[6].Text == metric)[9].Text;
        return (
            Value("Number of patients discharged"),
            Value("Number of patients discharged by 17:00"),
            Value("Number of patients discharged between 17:01 and 23:59"));
    }

    private Task<NationalReport?> MakeAsync(string name, bool knownNow = false) =>
        _reports.MakeAsync(name, s_network, s_monday, knownNow, CancellationToken.None);

    private async Task TellUntilEightAsync()
    {
        await _journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        foreach (var (patient, ward) in new[] { ("a", "MARY"), ("b", "MARY"), ("c", "MARY"), ("d", "AMU"), ("e", "AMU") })
        {
            await TellAsync("basildon-pas", "2026-11-21T11:00:00Z", new PatientAdmitted("v_" + patient, new Place(ward)));
        }

        await TellAsync("southend-pas", "2026-11-21T11:00:00Z", new PatientAdmitted("v_s", new Place("KING")), "RAJ01");
        _clock.SetTo(At("2026-11-22T18:00:00Z"));
        await TellAsync("basildon-pas", "2026-11-22T17:00:59Z", new PatientDischarged("v_c"));
        await TellAsync("basildon-pas", "2026-11-22T17:01:00Z", new PatientDischarged("v_e"));
        _clock.SetTo(At("2026-11-23T08:00:00Z"));
    }

    private async Task TellAfterEightAsync()
    {
        _clock.SetTo(At("2026-11-23T09:00:00Z"));
        await TellAsync("basildon-pas", "2026-11-23T07:30:00Z", new PatientDischarged("v_b"));
        await TellAsync("basildon-pas", "2026-11-22T20:00:00Z", new PatientAdmitted("v_f", new Place("MARY")));
        await TellAsync("basildon-pas", "2026-11-23T08:30:00Z", new PatientAdmitted("v_g", new Place("MARY")));
        await TellAsync("basildon-pas", "2026-11-20T10:00:00Z", new PatientAdmitted("v_i", new Place("MARY")));
        await TellAsync("basildon-pas", "2026-11-22T10:00:00Z", new PatientDischarged("v_i"));
    }

    private async Task TellAsync(string source, string time, EventDetail detail, string site = "RAJ12") =>
        await _journal.AppendAsync(
            [
                new FlowEvent
                {
                    Source = source,
                    MessageId = $"m{_next++}",
                    OccurredAt = At(time),
                    Site = site,
                    Detail = detail,
                },
            ],
            CancellationToken.None);
}
