using System.Globalization;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Month;

/// <summary>
/// What was published about one month of the trust (RAJ), read from the files beside the repository. February and March
/// 2025 repeat 2024 in them and are not used.
/// </summary>
/// <param name="Attendances">Attendances.</param>
/// <param name="OverFourHours">Of these, over four hours.</param>
/// <param name="EmergencyAdmissions">Emergency admissions.</param>
/// <param name="BedsOpen">General and acute beds open, mean.</param>
/// <param name="BedsOccupied">Of these occupied, mean.</param>
/// <param name="Discharges">Mean discharges by weekday.</param>
/// <param name="NoCriteria">Mean patients without criteria to reside by weekday.</param>
internal sealed record PublishedMonth(
    double Attendances,
    double OverFourHours,
    double EmergencyAdmissions,
    double BedsOpen,
    double BedsOccupied,
    IReadOnlyDictionary<DayOfWeek, double> Discharges,
    IReadOnlyDictionary<DayOfWeek, double> NoCriteria)
{
    /// <summary>Name of the month as the files write it.</summary>
    public const string Name = "October 2024";

    private const string DatePrefix = "2024-10-";

    /// <summary>Folder of the published figures; it may be absent.</summary>
    public static string Folder => Repository.PathOf("..", "shared", "data", "mse");

    /// <summary>Reads the month.</summary>
    public static PublishedMonth Read()
    {
        var attendances = Rows("ae_monthly_RAJ.csv").Single(row => row.ContainsValue(Name));
        var beds = Rows("beds_monthly_RAJ.csv").Single(row => row.ContainsValue(Name));
        return new PublishedMonth(
            Number(attendances["total_attendances"]),
            Number(attendances["attendances_over_4hours"]),
            Number(attendances["total_emergency_admissions"]),
            Number(beds["general_acute_beds_available"]),
            Number(beds["general_acute_beds_occupied"]),
            ByWeekday("discharges_daily_RAJ.csv", "discharged_total"),
            ByWeekday("no_criteria_to_reside_daily_RAJ.csv", "do_not_meet_criteria_to_reside"));
    }

    private static Dictionary<DayOfWeek, double> ByWeekday(string file, string column) => Rows(file)
        .Where(row => row["date"].StartsWith(DatePrefix, StringComparison.Ordinal))
        .GroupBy(row => DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayOfWeek)
        .ToDictionary(day => day.Key, day => day.Average(row => Number(row[column])));

    // Columns beyond the header exist in one file and are not needed.
    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var names = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => names.Zip(line.Split(','))
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Skipped where the published figures are not beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedFactAttribute : FactAttribute
{
    /// <summary>Looks for the folder.</summary>
    public PublishedFactAttribute()
    {
        if (!Directory.Exists(PublishedMonth.Folder))
        {
            Skip = "The published figures (../shared/data/mse) are not beside this repository.";
        }
    }
}

/// <summary>Skipped unless asked for: a whole month takes minutes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WholeMonthFactAttribute : FactAttribute
{
    /// <summary>Environment variable that asks for it.</summary>
    public const string Variable = "SIMULATE_A_MONTH";

    /// <summary>Looks for the variable and the folder.</summary>
    public WholeMonthFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not "1" || !Directory.Exists(PublishedMonth.Folder))
        {
            Skip = $"Takes minutes: set {Variable}=1, with the published figures beside this repository.";
        }
    }
}
