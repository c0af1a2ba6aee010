using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Month;

/// <summary>
/// Discharges as the acute discharge situation report counts them: adults who stayed at least one night and left alive.
/// The board's own figure counts every inpatient who leaves, so this is counted from the same events.
/// </summary>
internal sealed class CollectionCount(TimeZoneInfo zone)
{
    private const string Died = "79";
    private readonly HashSet<(string Site, string Ward)> _adultWards = ReadAdultWards();
    private readonly Dictionary<string, (DateTimeOffset At, string? Ward)> _stays = new(StringComparer.Ordinal);
    private readonly HashSet<string> _today = new(StringComparer.Ordinal);

    /// <summary>Takes an event.</summary>
    public void Take(FlowEvent e)
    {
        switch (e.Detail)
        {
            case PatientAdmitted admitted:
                _stays[admitted.Encounter] = (e.OccurredAt, admitted.Place.Ward);
                break;
            case EncounterClassChanged { Class: PatientClass.Inpatient } changed:
                _stays[changed.Encounter] = (e.OccurredAt, changed.Place?.Ward);
                break;
            case PatientTransferred moved when _stays.TryGetValue(moved.Encounter, out var stay):
                _stays[moved.Encounter] = (stay.At, moved.Place.Ward);
                break;
            case PatientDischarged left when Counts(left, e):
                _today.Add(left.Encounter);
                break;
            case DischargeCancelled cancelled:
                _today.Remove(cancelled.Encounter);
                break;
        }
    }

    /// <summary>Discharges since the last time.</summary>
    public int TakeDay()
    {
        var count = _today.Count;
        _today.Clear();
        return count;
    }

    private bool Counts(PatientDischarged left, FlowEvent e) =>
        !string.Equals(left.Destination, Died, StringComparison.Ordinal)
        && _stays.TryGetValue(left.Encounter, out var stay)
        && stay.Ward is { } ward && _adultWards.Contains((e.Site, ward))
        && Day(stay.At) < Day(e.OccurredAt);

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static HashSet<(string Site, string Ward)> ReadAdultWards() =>
        NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!.Sites
            .SelectMany(site => site.Wards
                .Where(ward => ward.Population == WardPopulation.Adult && ward.Type != WardType.SameDayEmergencyCare)
                .Select(ward => (site.Code, ward.Code)))
            .ToHashSet();
}
