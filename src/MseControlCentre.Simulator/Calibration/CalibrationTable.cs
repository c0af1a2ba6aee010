using System.Globalization;
using System.Text;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Calibration;

/// <summary>One line of the calibration table.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Published">The published figure.</param>
/// <param name="Simulated">What the simulated days gave.</param>
/// <param name="Tolerance">How far it may be off, as a share of the published figure.</param>
/// <param name="Source">Where the published figure comes from.</param>
/// <param name="Format">How many digits are shown.</param>
public sealed record CalibrationLine(
    string Measure, double Published, double Simulated, double Tolerance, string Source, string Format = "0")
{
    /// <summary>Difference as a share of the published figure.</summary>
    public double Difference => (Simulated - Published) / Published;

    /// <summary>Whether it is within its tolerance.</summary>
    public bool IsWithin => Math.Abs(Difference) <= Tolerance;
}

/// <summary>Compares simulated days with the published figures.</summary>
public static class CalibrationTable
{
    private static readonly string[] s_weekdays =
        ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

    /// <summary>Simulates some days from the local midnight of Monday 2 November 2026 and compares.</summary>
    public static IReadOnlyList<CalibrationLine> Compare(NetworkFile network, ulong seed, int days)
    {
        ArgumentNullException.ThrowIfNull(network);
        var calendar = new LocalCalendar(network.TimeZone);
        var origin =
            LocalCalendar.Instant(
            calendar.Midnight(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()));
        var seen = Observation.Of(new World(network, seed, origin, []), calendar, network.Code, days);
        var figures = CalibrationFigures.Load();
        return
        [
            .. Flow(seen, figures), .. Handovers(seen), .. Beds(seen, figures), .. Discharges(seen, figures),
            .. Criteria(seen, figures),
            new(
                "Virtual wards, share of places in use",
                figures.VirtualWardOccupancy.Value * 100,
                100 * seen.HourlyMean("virtual-ward.occupied") / seen.HourlyMean("virtual-ward.capacity"),
                0.05,
                figures.VirtualWardOccupancy.Source,
                "0.0"),
        ];
    }

    /// <summary>Writes the table as Markdown.</summary>
    public static string Markdown(IReadOnlyList<CalibrationLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var text = new StringBuilder("| Measure | Published | Simulated | Difference | Tolerance | Source |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {line.Measure} | {line.Published.ToString(line.Format, CultureInfo.InvariantCulture)} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {line.Simulated.ToString(line.Format, CultureInfo.InvariantCulture)} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {100 * line.Difference:+0.0;-0.0;0.0} % | {100 * line.Tolerance:0} % | {line.Source} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<CalibrationLine> Flow(Observation seen, CalibrationFigures figures) =>
    [
        new("Attendances a day", figures.AttendancesPerDay.Value, seen.DailyMean("ed.attendances-today"), 0.03,
            figures.AttendancesPerDay.Source),
        new(
            "Emergency admissions a day (planned ones taken off)",
            figures.EmergencyAdmissionsPerDay.Value,
            seen.DailyMean("beds.admissions-today") - figures.ElectiveWeekday.Value.Average(),
            0.05,
            figures.EmergencyAdmissionsPerDay.Source),
        new(
            "Attendances over four hours, share of departures",
            100 * figures.FourHourBreaches.Value,
            100 - seen.DailyMean("ed.performance-today"),
            0.1,
            figures.FourHourBreaches.Source,
            "0.0"),
        new(
            "Emergency admissions waiting over four hours from the decision, share of all",
            100 * figures.FourHourBedWaits.Value,
            100 * seen.BedWaitHours.Count(wait => wait > 4) / seen.Days / figures.EmergencyAdmissionsPerDay.Value,
            0.15,
            figures.FourHourBedWaits.Source,
            "0.0"),
        new("Ambulance arrivals a day", figures.AmbulancesPerDay.Value, seen.DailyMean("ambulance.handovers-today"),
            0.05, figures.AmbulancesPerDay.Source),
    ];

    private static IEnumerable<CalibrationLine> Handovers(Observation seen)
    {
        const string Source = "MSEFT, February 2024, as published by a constituency member (stephenmetcalfe.org.uk)";
        var minutes = seen.HandoverMinutes;
        yield return new("Handover, mean minutes", 24, minutes.Average(), 0.1, Source, "0.0");
        yield return new("Handovers within 30 minutes, share", 83.2,
            100.0 * minutes.Count(one => one <= 30) / minutes.Count, 0.05, Source, "0.0");
        yield return new("Handovers within 15 minutes, share", 41.9,
            100.0 * minutes.Count(one => one <= 15) / minutes.Count, 0.1, Source, "0.0");
    }

    private static IEnumerable<CalibrationLine> Beds(Observation seen, CalibrationFigures figures) =>
    [
        new("General and acute beds occupied, share of the network's core beds", 100 * figures.Occupancy.Value,
            100 * seen.HourlyMean("beds.occupied") / seen.CoreBeds, 0.02, figures.Occupancy.Source, "0.0"),
        new("General and acute beds occupied", figures.BedsOccupied.Value, seen.HourlyMean("beds.occupied"), 0.02,
            figures.BedsOccupied.Source),
        new("Critical care occupied, share of open", 100 * figures.CriticalCareOccupancy.Value,
            100 * seen.HourlyMean("beds.critical-care-occupied") / seen.HourlyMean("beds.critical-care-open"), 0.06,
            figures.CriticalCareOccupancy.Source, "0.0"),
        new("Stays of 7 days and more", figures.Stays7.Value, seen.LongStays.Average(day => day.Seven), 0.08,
            figures.Stays7.Source),
        new("Stays of 21 days and more", figures.Stays21.Value, seen.LongStays.Average(day => day.TwentyOne), 0.12,
            figures.Stays21.Source),
    ];

    private static IEnumerable<CalibrationLine> Discharges(Observation seen, CalibrationFigures figures)
    {
        var source = figures.DischargesPerDay.Source;
        for (var weekday = 0; weekday < 7; weekday++)
        {
            yield return new(
                $"Discharges on {s_weekdays[weekday]}",
                figures.DischargesPerDay.Value[weekday],
                (double)seen.DischargesByWeekday[weekday] / seen.DaysOf(weekday),
                0.1,
                source);
        }

        double total = seen.DischargesByHour.Sum();
        const string Hours = "Before noon: HSJ 2014/15, 88 trusts; by 17:00: NHS England 2023; at night: 2011/12";
        yield return new("Discharges before noon, share", 17.6, 100 * seen.DischargesByHour.Take(12).Sum() / total,
            0.08, Hours, "0.0");
        yield return new("Discharges by 17:00, share", 60.5, 100 * seen.DischargesByHour.Take(17).Sum() / total, 0.04,
            Hours, "0.0");
        yield return new("Discharges from 23:00 to 06:00, share", 3.5,
            100 * (seen.DischargesByHour[23] + seen.DischargesByHour.Take(6).Sum()) / total, 0.25, Hours, "0.0");
    }

    private static IEnumerable<CalibrationLine> Criteria(Observation seen, CalibrationFigures figures)
    {
        var published = figures.NoCriteriaToReside;
        yield return new("No criteria to reside, mean at the end of the day", published.Value.Average(),
            seen.DailyMean("discharge.no-criteria-to-reside"), 0.05, published.Source);
        for (var weekday = 0; weekday < 7; weekday++)
        {
            yield return new(
                $"No criteria to reside on {s_weekdays[weekday]}",
                published.Value[weekday],
                seen.DailyMean("discharge.no-criteria-to-reside", weekday),
                0.12,
                published.Source);
        }
    }
}
