using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>
/// What happened today and in the last hour: times that can be struck out again when an entry is cancelled. Bounded by
/// one and a half days of happenings: older ones leave as new ones come.
/// </summary>
public sealed class DayBook<T>
{
    private const long KeptSeconds = 36 * 3600;
    private readonly LinkedList<(long At, T Entry)> _entries = new();

    /// <summary>Entries kept.</summary>
    public int Count => _entries.Count;

    /// <summary>Writes an entry.</summary>
    public void Add(long at, T entry)
    {
        _entries.AddLast((at, entry));
        while (_entries.First is { } oldest && oldest.Value.At < at - KeptSeconds)
        {
            _entries.RemoveFirst();
        }
    }

    /// <summary>Strikes out the newest entry that is equal; none is no mistake, for it may have left long
    /// ago.</summary>
    public void Strike(T entry)
    {
        for (var node = _entries.Last; node is not null; node = node.Previous)
        {
            if (EqualityComparer<T>.Default.Equals(node.Value.Entry, entry))
            {
                _entries.Remove(node);
                return;
            }
        }
    }

    /// <summary>Entries from one instant (included) to another (included).</summary>
    public IEnumerable<T> Between(long from, long to) =>
        _entries.Where(entry => entry.At >= from && entry.At <= to).Select(entry => entry.Entry);
}

/// <summary>An attendance or stay that ended.</summary>
/// <param name="Visit">Number of the visit.</param>
/// <param name="Seconds">How long it took from arrival; 0 where that is not asked.</param>
/// <param name="DepartmentType">ECDS type of the department, for an attendance.</param>
public sealed record Ended(string Visit, long Seconds, string? DepartmentType = null);

/// <summary>The day books of one hospital, by the records.</summary>
public sealed class Ledger
{
    /// <summary>Arrivals in the emergency department.</summary>
    public DayBook<string> Arrivals { get; } = new();

    /// <summary>Departures from the emergency department.</summary>
    public DayBook<Ended> Departures { get; } = new();

    /// <summary>Admissions.</summary>
    public DayBook<string> Admissions { get; } = new();

    /// <summary>Discharges of inpatients, deaths included.</summary>
    public DayBook<string> Discharges { get; } = new();

    /// <summary>Living discharges of adults who stayed a night, by when; what the situation report counts.</summary>
    public DayBook<long> OvernightDischarges { get; } = new();

    /// <summary>Waits from the decision to admit to the bed.</summary>
    public DayBook<Ended> BedWaits { get; } = new();

    /// <summary>Ambulances that arrived outside.</summary>
    public DayBook<string> AmbulanceArrivals { get; } = new();

    /// <summary>Conveyances sent on to another site before handover.</summary>
    public DayBook<string> Diversions { get; } = new();

    /// <summary>Crews whose wait with their patient passed the maximum.</summary>
    public DayBook<string> HeldTooLong { get; } = new();

    /// <summary>Crews that were clear, with the time since handover.</summary>
    public DayBook<Ended> Clears { get; } = new();

    /// <summary>Initial assessments, with the time since arrival.</summary>
    public DayBook<Ended> Assessments { get; } = new();

    /// <summary>Patients seen for treatment, with the time since arrival.</summary>
    public DayBook<Ended> Seen { get; } = new();

    /// <summary>Decisions to admit.</summary>
    public DayBook<string> Decisions { get; } = new();

    /// <summary>Emergency admissions.</summary>
    public DayBook<string> EmergencyAdmissions { get; } = new();

    /// <summary>Handovers completed.</summary>
    public DayBook<Ended> Handovers { get; } = new();
}

/// <summary>The day books of one virtual ward.</summary>
public sealed class VirtualWardBook
{
    /// <summary>Referrals.</summary>
    public DayBook<VirtualStay> Referrals { get; } = new();

    /// <summary>Patients taken on.</summary>
    public DayBook<VirtualStay> Admissions { get; } = new();

    /// <summary>Stays that ended.</summary>
    public DayBook<VirtualStay> Discharges { get; } = new();
}
