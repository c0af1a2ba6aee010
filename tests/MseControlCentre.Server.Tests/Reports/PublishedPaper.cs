using System.Globalization;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Reports;
using MseControlCentre.Journal;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Reports;

/// <summary>
/// Events whose figures are those that the board of Mid and South Essex was given on 16 March 2023: made up so that
/// their means, centiles and counts come out exactly, told to a journal as feeds would have told them then.
/// </summary>
internal static class PublishedPaper
{
    /// <summary>Type 1 attendances, and those over four hours, as published.</summary>
    public static IReadOnlyList<(string Month, int Total, int Breaches)> Departments { get; } =
    [
        ("2022-04", 28_175, 9_881),
        ("2022-05", 31_117, 10_342),
        ("2022-06", 29_872, 10_009),
        ("2022-07", 29_832, 10_605),
        ("2022-08", 27_586, 10_077),
        ("2022-09", 27_695, 10_754),
        ("2022-10", 29_894, 11_852),
        ("2022-11", 29_641, 12_148),
        ("2022-12", 30_921, 14_665),
        ("2023-01", 26_212, 10_123),
    ];

    /// <summary>The network in force: the test network with the standards that the paper prints.</summary>
    public static FlowEvent Adoption()
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        file["standards"] = new JsonArray(
            Standard("ambulance.category-1-mean", "AtMost", 7, "minutes"),
            Standard("ambulance.category-1-90th", "AtMost", 15, "minutes"),
            Standard("ambulance.category-2-mean", "AtMost", 18, "minutes"),
            Standard("ambulance.category-2-90th", "AtMost", 40, "minutes"),
            Standard("ambulance.category-3-90th", "AtMost", 120, "minutes"),
            Standard("ambulance.category-4-90th", "AtMost", 180, "minutes"),
            Standard("ed.performance-today", "AtLeast", 95, "percent"));
        var adoption = TestNetwork.Adoption();
        return adoption with
        {
            OccurredAt = At("2022-03-29T00:00:00Z"),
            Detail = ((NetworkAdopted)adoption.Detail) with { Network = System.Text.Json.JsonElement.Parse(file.ToJsonString()) },
        };
    }

    /// <summary>One event of each feed, so that the journal has heard all of them before a month begins.</summary>
    public static IEnumerable<FlowEvent> Greetings(string time) =>
    [
        Event("basildon-pas", $"hello-{time}", At(time), "RAJ12", new EncounterUpdated("v_hello")),
        Event("southend-pas", $"hello-{time}", At(time), "RAJ01", new EncounterUpdated("v_hello")),
        Event("eeast-cad", $"hello-{time}", At(time), "RAJ12", new AmbulanceDispatchedToHospital("c_hello")),
    ];

    /// <summary>
    /// The attendances of a month, two events each, spread over it: the breaches leave after five hours, the others
    /// after exactly four. Those before them and after them leave in other months.
    /// </summary>
    public static IEnumerable<FlowEvent> Attendances(string month, int total, int breaches)
    {
        var (from, to) = Span(month);
        var step = (to - from - TimeSpan.FromHours(12)) / total;
        for (var number = 0; number < total; number++)
        {
            // Every so many of them a breach: the share is spread over the month as well.
            var isBreach = (long)(number + 1) * breaches / total > (long)number * breaches / total;
            var site = number % 2 == 0 ? ("basildon-pas", "RAJ12") : ("southend-pas", "RAJ01");
            var visit = $"v_{month}-{number}";
            var arrived = from.AddHours(6) + (step * number);
            yield return Event(
                site.Item1, visit + "a", arrived, site.Item2, new EdAttendanceRegistered(visit, DepartmentType: "01"));
            yield return Event(
                site.Item1, visit + "d", arrived.AddHours(isBreach ? 5 : 4), site.Item2, new EdDeparted(visit));
        }
    }

    /// <summary>
    /// Handovers of two months. December: 699 of 110 minutes, one of 179 and 50 of 60: 699 x 95 + 164 + 50 x 45 = 68,819
    /// minutes beyond 15, 700 over 60. January: 200 of 100, 50 of 60 and 50 of exactly 15: 200 x 85 + 50 x 45 + 0 =
    /// 19,250, 200 over 60. The reduction is 49,569 minutes; 500 of 700 fewer are 71.4%.
    /// </summary>
    public static IEnumerable<FlowEvent> Handovers()
    {
        var december = Enumerable.Repeat(110, 699).Append(179).Concat(Enumerable.Repeat(60, 50));
        var january = Enumerable.Repeat(100, 200).Concat(Enumerable.Repeat(60, 50)).Concat(Enumerable.Repeat(15, 50));
        return Handovers("2022-12", [.. december]).Concat(Handovers("2023-01", [.. january]));
    }

    /// <summary>
    /// Ten calls of each category in January, their seconds in rising order: by nearest rank the 90th centile of ten is
    /// the ninth. Category 1: 7 x 427 + 429 + 1,052 + 1,060 = 5,530 seconds, mean 553 = 9:13, ninth 1,052 = 17:32.
    /// Category 2: 7 x 2,081 + 2,088 + 6,375 + 6,400 = 29,430, mean 2,943 = 49:03, ninth 6,375 = 1:46:15. Category 3:
    /// ninth 16,108 = 4:28:28. Category 4: ninth 22,930 = 6:22:10.
    /// </summary>
    public static IEnumerable<FlowEvent> Calls() =>
        Calls(AmbulanceCategory.C1, [427, 427, 427, 427, 427, 427, 427, 429, 1_052, 1_060])
            .Concat(Calls(AmbulanceCategory.C2, [2_081, 2_081, 2_081, 2_081, 2_081, 2_081, 2_081, 2_088, 6_375, 6_400]))
            .Concat(Calls(AmbulanceCategory.C3, [3_600, 3_600, 3_600, 3_600, 3_600, 3_600, 3_600, 3_600, 16_108, 17_000]))
            .Concat(Calls(AmbulanceCategory.C4, [5_400, 5_400, 5_400, 5_400, 5_400, 5_400, 5_400, 5_400, 22_930, 24_000]));

    /// <summary>Tells events to a journal day by day, as the feeds would have.</summary>
    public static async Task TellAsync(IJournal journal, ManualClock clock, IEnumerable<FlowEvent> events)
    {
        foreach (var day in events.GroupBy(e => e.OccurredAt.Date).OrderBy(day => day.Key))
        {
            // A test's clock never goes back: several runs of events are told one after the other.
            var evening = new DateTimeOffset(day.Key.AddDays(1), TimeSpan.Zero);
            clock.SetTo(evening > clock.GetUtcNow() ? evening : clock.GetUtcNow());
            await journal.AppendAsync([.. day], CancellationToken.None);
        }
    }

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    public static FlowEvent Event(string source, string id, DateTimeOffset at, string site, EventDetail detail) => new()
    {
        Source = source,
        MessageId = id,
        OccurredAt = at,
        Site = site,
        Detail = detail,
    };

    private static IEnumerable<FlowEvent> Calls(AmbulanceCategory category, int[] seconds)
    {
        for (var number = 0; number < seconds.Length; number++)
        {
            var (incident, at) = ($"i_{category}-{number}", At("2023-01-05T00:30:00Z").AddDays(number * 2));
            yield return Event("eeast-cad", incident + "a", at, "TST", new EmergencyCallAnswered(incident, category));
            yield return Event(
                "eeast-cad", incident + "s", at.AddSeconds(seconds[number]), "TST", new AmbulanceArrivedAtScene(incident));
        }
    }

    private static IEnumerable<FlowEvent> Handovers(string month, int[] minutes)
    {
        var (from, to) = Span(month);
        var step = (to - from - TimeSpan.FromHours(6)) / minutes.Length;
        for (var number = 0; number < minutes.Length; number++)
        {
            var conveyance = $"c_{month}-{number}";
            var arrived = from + (step * number);
            yield return Event("eeast-cad", conveyance + "a", arrived, "RAJ12", new AmbulanceArrived(conveyance));
            yield return Event(
                "eeast-cad", conveyance + "h", arrived.AddMinutes(minutes[number]), "RAJ12", new HandoverCompleted(conveyance));
        }
    }

    private static (DateTimeOffset From, DateTimeOffset To) Span(string text)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        return CalendarMonth.TryParse(text, out var month)
            ? (month.StartsAt(zone), month.Add(1).StartsAt(zone))
            : throw new ArgumentException("A month such as 2023-01 was expected.", nameof(text));
    }

    private static JsonObject Standard(string measure, string direction, int value, string unit) => new()
    {
        ["measure"] = measure,
        ["name"] = measure,
        ["direction"] = direction,
        ["level"] = new JsonObject { ["value"] = value, ["unit"] = unit, ["basis"] = "Board paper of 16 March 2023" },
    };
}
