using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Reports;

/// <summary>
/// Folds a whole journal into the figures of a month's board paper. It applies every entry as the board does, so that
/// cancels, merges and late events are told the same way, and counts each mark once: when its story leaves, or at the
/// end. Bounded by what the board keeps and by <see cref="MonthTallies"/>.
/// </summary>
public sealed class BoardPaperFold
{
    private readonly ControlCentre _centre = new();
    private readonly CalendarMonth _month;
    private MonthTallies? _settled;
    private WardKinds? _wards;
    private NetworkMap? _network;

    /// <summary>Begins with an empty state.</summary>
    /// <param name="month">The month of the paper.</param>
    public BoardPaperFold(CalendarMonth month)
    {
        _month = month;
        _centre.HandOverSettling(mark => _settled?.Add(mark, _network!, _wards!));
    }

    /// <summary>Applies the next entry of the journal.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one, or cannot be applied.</exception>
    public void Apply(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var tooLate = _centre.BeyondHorizon;
        _centre.Apply(entry);
        if (_centre.Network is { } network && !ReferenceEquals(network, _network))
        {
            // Months of a journal begin by the clocks of its first network; thresholds and wards are those in force.
            _settled ??= new MonthTallies(_month, TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone));
            _wards = new WardKinds(network);
            _network = network;
        }

        if (_centre.BeyondHorizon > tooLate)
        {
            _settled?.AddTooLate(entry.Event.OccurredAt);
        }
    }

    /// <summary>The figures as of the last entry; null when the journal holds no network.</summary>
    public BoardPaper? Paper()
    {
        if (_settled is null || _wards is null || _network is not { } network)
        {
            return null;
        }

        var tallies = _settled.Copy();
        foreach (var mark in _centre.LiveMarks)
        {
            tallies.Add(mark, network, _wards);
        }

        return Paper(tallies, network);
    }

    private BoardPaper Paper(MonthTallies tallies, NetworkMap network)
    {
        const int Last = MonthTallies.Months - 1;
        return new BoardPaper(
            _month,
            network.Name,
            network.AmbulanceService.Name,
            [.. EmergencyCallMeasures.Categories.Select(category => RowOf(category, tallies, network))],
            IsWhole(tallies, Last, FeedSubject.Ambulance),
            StandardsOf(EmergencyDepartmentMeasures.EdPerformanceToday.Id, network),
            Departments(tallies),
            tallies.All.Sum(tally => tally.WithoutType),
            HandoversOf(tallies, Last),
            HandoversOf(tallies, Last - 1),
            tallies.All.Sum(tally => tally.TooLate),
            _centre.RecordedAt);
    }

    private static ResponseTimeRow RowOf(AmbulanceCategory category, MonthTallies tallies, NetworkMap network)
    {
        var times = tallies.ResponsesOf(category);
        return new ResponseTimeRow(
            category,
            times?.Count,
            times?.Mean,
            times?.Ninetieth,
            StandardsOf(EmergencyCallMeasures.Mean[category].Id, network),
            StandardsOf(EmergencyCallMeasures.Ninetieth[category].Id, network));
    }

    private List<DepartmentMonth> Departments(MonthTallies tallies)
    {
        var months = Enumerable.Range(0, MonthTallies.Months).Select(index =>
        {
            var tally = tallies.All[index];
            var held = tally.Attendances > 0;
            return new DepartmentMonth(
                MonthOf(index),
                held ? tally.Attendances : null,
                held ? tally.Breaches : null,
                IsWhole(tallies, index, FeedSubject.EmergencyDepartment));
        });

        // From the first that is held; the month asked for is always there.
        return [.. months.SkipWhile(month => month.Attendances is null && month.Month != _month)];
    }

    private HandoverMonth HandoversOf(MonthTallies tallies, int index)
    {
        var tally = tallies.All[index];
        var held = tally.Handovers > 0;
        return new HandoverMonth(
            MonthOf(index),
            held ? tally.Handovers : null,
            held ? tally.Lost : null,
            held ? tally.LongDelays : null,
            IsWhole(tallies, index, FeedSubject.Ambulance));
    }

    /// <summary>Whether the feeds were heard before the month began and the journal goes on to its end.</summary>
    private bool IsWhole(MonthTallies tallies, int index, FeedSubject subject) =>
        _centre.HeardSince(subject) <= tallies.StartOf(index) && _centre.RecordedAt >= tallies.StartOf(index + 1);

    private CalendarMonth MonthOf(int index) => _month.Add(index - MonthTallies.Months + 1);

    private static IReadOnlyList<Standard> StandardsOf(string measure, NetworkMap network) =>
        [.. network.Standards.Where(standard => string.Equals(standard.Measure, measure, StringComparison.Ordinal))];
}
