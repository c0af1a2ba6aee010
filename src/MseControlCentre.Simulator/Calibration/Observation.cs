using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Calibration;

/// <summary>What is seen of a world over some days, hour by hour.</summary>
public sealed class Observation
{
    private readonly World _world;
    private readonly string _system;
    private readonly List<IReadOnlyDictionary<string, double?>> _hours = [];
    private readonly List<IReadOnlyDictionary<string, double?>> _days = [];
    private readonly List<int> _weekdays = [];

    private Observation(World world, string system)
    {
        _world = world;
        _system = system;
    }

    /// <summary>Handovers seen, in minutes.</summary>
    public IList<double> HandoverMinutes { get; } = new List<double>();

    /// <summary>Discharges by local hour of adults who stayed a night, deaths left out.</summary>
    public IList<int> DischargesByHour { get; } = new int[24];

    /// <summary>The same by weekday, from Monday.</summary>
    public IList<int> DischargesByWeekday { get; } = new int[7];

    /// <summary>Stays of seven days and more, and of 21, counted at the end of each day.</summary>
    public IList<(int Seven, int TwentyOne)> LongStays { get; } = new List<(int Seven, int TwentyOne)>();

    /// <summary>Waits for a bed after the decision to admit, in hours.</summary>
    public IList<double> BedWaitHours { get; } = new List<double>();

    /// <summary>Core general and acute beds of the network.</summary>
    public double CoreBeds => _world.Hospitals
        .SelectMany(hospital => hospital.Wards).Where(ward => ward.Entry.IsGeneralAndAcute)
            .Sum(ward => ward.Entry.CoreBeds);

    /// <summary>Days seen.</summary>
    public int Days => _days.Count;

    /// <summary>Watches a world that has not yet begun for some days from its origin, a local midnight.</summary>
    public static Observation Of(World world, LocalCalendar calendar, string system, int days)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(calendar);
        var seen = new Observation(world, system);
        var from = world.Origin.ToUnixTimeSeconds();
        for (var day = 0; day < days; day++)
        {
            var end = calendar.NextMidnight(from);
            for (var at = from + 3600; at < end; at += 3600)
            {
                world.AdvanceTo(LocalCalendar.Instant(at - 1));
                world.Drain();
                seen._hours.Add(world.Truth());
            }

            world.AdvanceTo(LocalCalendar.Instant(end - 1));
            world.Drain();
            seen.CloseDay(calendar, from, end - 1);
            from = end;
        }

        return seen;
    }

    /// <summary>Mean of a figure over all hours.</summary>
    public double HourlyMean(string measure) => _hours.Average(hour => hour[Id(measure)] ?? 0);

    /// <summary>Mean of a figure at the end of the days, one second before midnight.</summary>
    public double DailyMean(string measure) => _days.Average(day => day[Id(measure)] ?? 0);

    /// <summary>The same of one weekday.</summary>
    public double DailyMean(string measure, int weekday) => _days
        .Where((_, index) => _weekdays[index] == weekday).Average(day => day[Id(measure)] ?? 0);

    /// <summary>The same of one hospital.</summary>
    public double SiteMean(string site, string measure) => _hours.Average(hour => hour[site + ":" + measure] ?? 0);

    /// <summary>Days of one weekday.</summary>
    public int DaysOf(int weekday) => _weekdays.Count(seen => seen == weekday);

    private void CloseDay(LocalCalendar calendar, long from, long end)
    {
        _days.Add(_world.Truth());
        var weekday = calendar.Weekday(from);
        _weekdays.Add(weekday);
        var (seven, twentyOne) = (0, 0);
        foreach (var hospital in _world.Hospitals)
        {
            foreach (var handover in hospital.Ledger.Handovers.Between(from, end))
            {
                HandoverMinutes.Add(handover.Seconds / 60.0);
            }

            foreach (var wait in hospital.Ledger.BedWaits.Between(from, end))
            {
                BedWaitHours.Add(wait.Seconds / 3600.0);
            }

            foreach (var discharge in hospital.Ledger.OvernightDischarges.Between(from, end))
            {
                DischargesByHour[calendar.Hour(discharge)]++;
                DischargesByWeekday[weekday]++;
            }

            foreach (var days in hospital.Present.Where(visit => visit.IsInpatient)
                .Select(visit => (end - visit.AdmittedAt!.Value) / 86400.0))
            {
                seven += days >= 7 ? 1 : 0;
                twentyOne += days >= 21 ? 1 : 0;
            }
        }

        LongStays.Add((seven, twentyOne));
    }

    private string Id(string measure) => _system + ":" + measure;
}
