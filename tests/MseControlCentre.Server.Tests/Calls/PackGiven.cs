using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>A pack with something in each of its parts, made up, the same each time.</summary>
/// <param name="network">The system.</param>
/// <param name="words">What stands before everything that a person or feed wrote; empty for nothing.</param>
public sealed class PackGiven(NetworkMap network, string words = "")
{
    private static readonly (string Measure, string Name, string Unit, Better Better, double Now, double Then)[] s_standing =
    [
        ("ambulance.waiting", "Ambulances waiting", "ambulances", Better.Lower, 7, 3),
        ("ed.in-department", "In the department", "patients", Better.Lower, 104, 117),
        ("ed.over-long", "Over 12 hours from arrival", "patients", Better.Lower, 19, 19),
        ("beds.occupancy", "G&A occupancy", "percent", Better.Lower, 97.2, 95.9),
        ("beds.open", "Beds open", "beds", Better.Neither, 612, 604),
        ("discharge.no-criteria-to-reside", "No criteria to reside", "patients", Better.Lower, 84, 75),
        ("virtual-ward.available", "Virtual-ward places free", "places", Better.Higher, 31, 24),
    ];

    private static readonly (string Measure, string Name, string Unit, Better Better, double Since, double Night)[] s_flow =
    [
        ("ed.attendances-today", "ED arrivals", "patients", Better.Neither, 412, 96),
        ("ed.performance-today", "Four-hour performance", "percent", Better.Higher, 61.4, 58),
        ("ambulance.lost-today", "Hours lost in handover", "hours", Better.Lower, 41.3, 12.5),
        ("discharge.today", "Discharges", "patients", Better.Higher, 97, 4),
    ];

    /// <summary>The pack of an instant.</summary>
    public CallPack At(DateTimeOffset at, DateTimeOffset since)
    {
        var sites = network.Sites;
        var places = new[] { (Code: network.Code, Name: "The whole system") }
            .Concat(sites.Select(site => (site.Code, site.Name)))
            .Select((place, index) => Place(place.Code, place.Name, index, at)).ToList();
        return new CallPack(
            at,
            since,
            since.AddHours(10),
            since.AddHours(22),
            places,
            [
                new(sites[0].Code, $"{sites[0].Name}: 7 ambulances over 15 min", Severity.Alarm, 7, at.AddMinutes(-95), words + "Broomfield has 3 spaces", sites[0].Code + ":ambulance.waiting"),
                new(network.Code, "84 patients with no criteria to reside", Severity.Watch, 84, null, "", network.Code + ":discharge.no-criteria-to-reside"),
            ],
            Delays(),
            [.. network.VirtualWards.Select((ward, index) => new PackVirtualWard(
                ward.Code, ward.Name, Known(ward.Capacity), Known(ward.Capacity - 6 - index), Known(6 + index), index == 0 ? Unknown : Known(2)))],
            [
                new($"{sites[0].Code}-HandoverDelay-20261129-1", sites[0].Code, words + "7 ambulances over 30 min", "Site director", at.AddMinutes(-50), words + "Nia Rowe"),
                new($"{sites[1].Code}-Staffing-20261129-1", sites[1].Code, words + "Six shifts not filled", null, at.AddHours(-3), null),
            ],
            [
                new("situational-awareness-20261128-1", 2, "10:00 situational-awareness call", since, words + "Clear the discharge lounge", sites[1].Code, at.AddHours(-5), CallActionState.Owed, words + "No criteria to reside, Southend", 61, 64, false, words + "Porters were short"),
                new("situational-awareness-20261128-1", 1, "10:00 situational-awareness call", since, words + "Ring the agency", network.Code, at.AddHours(3), CallActionState.Owed),
                new("situational-awareness-20261128-1", 3, "10:00 situational-awareness call", since, words + "Open two escalation beds", sites[0].Code, at.AddHours(-9), CallActionState.Done, words + "Beds open, Basildon", 604, 612, true),
            ],
            [
                new(sites[1].Code, words + "Broomfield beds: nothing heard since 07:12"),
                new(network.Code, words + "Calls answered by 111 are declared, not measured"),
            ]);
    }

    private static PackValue Unknown => new(null, FigureQuality.Unknown);

    private static PackPlace Place(string code, string name, int index, DateTimeOffset at)
    {
        // Each place has numbers of its own, so that none can be taken for another's.
        double Own(double value, string unit) => unit switch
        {
            _ when index == 0 => value,
            "percent" or "hours" => Math.Round((value * 0.9) + index, 1),
            _ => Math.Round((value / (index + 1)) + index),
        };


        return new PackPlace(
            code,
            name,
            index == 3
                ? new PackOpel(null, null, null)
                : new PackOpel(3, 27.5 + index, 2 + (index % 2), "Site director", at.AddHours(-2), "as at the bed meeting", 2 + (index % 3)),
            [.. s_standing.Select(one => new PackStanding(
                $"{code}:{one.Measure}", one.Name, one.Unit, one.Better,
                index == 3 && one.Measure is "beds.open" ? new PackValue(Own(one.Now, one.Unit), FigureQuality.Stale) : Known(Own(one.Now, one.Unit)),
                index == 2 && one.Measure is "ed.over-long" ? Unknown : Known(Own(one.Then, one.Unit))))],
            [.. s_flow.Select(one => new PackFlow(
                $"{code}:{one.Measure}", one.Name, one.Unit, one.Better,
                new PackValue(Own(one.Since, one.Unit), FigureQuality.Live, index == 1 ? at.AddHours(-8) : null), Known(Own(one.Night, one.Unit))))],
            [
                new PackAhead($"{code}:beds.expected-admissions", "Admissions expected", "patients", Better.Neither, Known(Own(58, "patients")), "By midnight, by the usual day."),
                new PackAhead($"{code}:beds.predicted-midnight", "Free at midnight", "beds", Better.Higher, Known(Own(-14, "beds")), "Free now, and discharges left, less admissions expected."),
            ]);
    }

    private PackDelays Delays()
    {
        var sites = network.Sites;
        return new PackDelays(
            [
                .. network.Partners.Take(3).Select((partner, index) => new PackDelayOwner(
                    partner.Code, partner.Name, 42 - (index * 11), index == 2 ? null : 33 - (index * 2), 118 - (index * 30), index == 2 ? null : 31, 12 - index,
                    [3, 20 - index, 12 - index, 5, 2],
                    sites.Select((site, place) => (site.Code, Count: 14 - index - place)).ToDictionary(one => one.Code, one => one.Count, StringComparer.Ordinal),
                    index == 2 ? null : words + "Home-based care not available", index == 2 ? 0 : 14)),
                new PackDelayOwner("unknown", "Not yet named", 1, 1, 0, null, 0, [0, 0, 0, 0, 1], new Dictionary<string, int>(StringComparer.Ordinal) { [sites[0].Code] = 1 }),
            ],
            [
                new(words + "Home-based care not available", 29, 84, [0, 22, 4, 3, 0]),
                new(null, 9, 11, [1, 2, 3, 1, 2]),
            ],
            FigureQuality.Late,
            94,
            90,
            264,
            3);
    }

    private static PackValue Known(double value) => new(value, FigureQuality.Live);
}
