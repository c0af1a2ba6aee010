using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Reports;

/// <summary>
/// Counts marks into the months of a report. Bounded by <see cref="Months"/> and, for the response times of the last
/// month, by <see cref="ResponseTimes.Longest"/>.
/// </summary>
internal sealed class MonthTallies
{
    /// <summary>Months of a report: the month asked for and the eleven before it.</summary>
    public const int Months = 12;

    private const string Type1 = "01";

    private readonly DateTimeOffset[] _starts;
    private readonly MonthTally[] _tallies;
    private readonly SortedDictionary<AmbulanceCategory, ResponseTimes> _responses = [];

    public MonthTallies(CalendarMonth last, TimeZoneInfo timeZone)
    {
        _starts = [.. Enumerable.Range(1 - Months, Months + 1).Select(back => last.Add(back).StartsAt(timeZone))];
        _tallies = [.. Enumerable.Range(0, Months).Select(_ => new MonthTally())];
    }

    private MonthTallies(MonthTallies other)
    {
        _starts = other._starts;
        _tallies = [.. other._tallies.Select(tally => tally with { })];
        foreach (var (category, times) in other._responses)
        {
            _responses.Add(category, times.Copy());
        }
    }

    /// <summary>The months, the one asked for last.</summary>
    public IReadOnlyList<MonthTally> All => _tallies;

    /// <summary>When a month begins; <see cref="Months"/> for the end of the last.</summary>
    public DateTimeOffset StartOf(int month) => _starts[month];

    /// <summary>The response times of a category in the month asked for; null when there were none.</summary>
    public ResponseTimes? ResponsesOf(AmbulanceCategory category) => _responses.GetValueOrDefault(category);

    public MonthTallies Copy() => new(this);

    /// <summary>Counts a mark by the thresholds and wards of a network.</summary>
    public void Add(FlowMark mark, NetworkMap network, WardKinds wards)
    {
        if (IndexOf(mark.At) is not { } index || mark.Took is not { } took)
        {
            return;
        }

        switch (mark.Kind)
        {
            case MarkKind.EdDeparture:
                AddAttendance(_tallies[index], mark, took, network, wards);
                break;
            case MarkKind.Handover:
                AddHandover(_tallies[index], took, network.Thresholds);
                break;
            case MarkKind.EmergencyCallResponse when index == Months - 1:
                AddResponse(mark.Group, took);
                break;
        }
    }

    public void AddTooLate(DateTimeOffset at)
    {
        if (IndexOf(at) is { } index)
        {
            _tallies[index].TooLate++;
        }
    }

    private static void AddAttendance(
        MonthTally tally, FlowMark mark, TimeSpan took, NetworkMap network, WardKinds wards)
    {
        // As on the board: what the feed told, else what the network file says of the ward the patient left from.
        var type = mark.Group ?? wards.Find(mark.Site, mark.Ward)?.DepartmentType;
        tally.WithoutType += type is null ? 1 : 0;
        if (string.Equals(type, Type1, StringComparison.Ordinal))
        {
            tally.Attendances++;
            tally.Breaches += took > TimeSpan.FromHours(network.Thresholds.EdStandard.Value) ? 1 : 0;
        }
    }

    private static void AddHandover(MonthTally tally, TimeSpan took, Thresholds limits)
    {
        var standard = TimeSpan.FromMinutes(limits.HandoverStandard.Value);
        tally.Handovers++;
        tally.Lost += took > standard ? took - standard : TimeSpan.Zero;
        tally.LongDelays += took > TimeSpan.FromMinutes(limits.HandoverLong.Value) ? 1 : 0;
    }

    private void AddResponse(string? group, TimeSpan took)
    {
        if (Enum.TryParse<AmbulanceCategory>(group, out var category))
        {
            if (!_responses.TryGetValue(category, out var times))
            {
                _responses.Add(category, times = new ResponseTimes());
            }

            times.Add(took);
        }
    }

    private int? IndexOf(DateTimeOffset at)
    {
        if (at < _starts[0] || at >= _starts[^1])
        {
            return null;
        }

        var index = Array.BinarySearch(_starts, at);
        return index >= 0 ? index : ~index - 1;
    }
}
