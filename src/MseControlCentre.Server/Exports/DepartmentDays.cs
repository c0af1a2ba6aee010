using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Progress;

namespace MseControlCentre.Server.Exports;

/// <summary>Closures and diverts of an emergency department that began in a day.</summary>
/// <param name="Closures">Times it closed.</param>
/// <param name="Diverts">Times it went on divert.</param>
public sealed record DepartmentDay(int Closures, int Diverts);

/// <summary>
/// Counts closures and diverts from the declarations of a day. A declaration that repeats the status of the one before
/// it only prolongs it. A site that never declared its status is not known.
/// </summary>
public sealed class DepartmentDays(IJournalReader journal, StateRestorer restorer, PastPictures past)
{
    /// <summary>Counts, by site.</summary>
    /// <exception cref="TooManyReplaysException">Too many others look at the past.</exception>
    public Task<IReadOnlyDictionary<string, DepartmentDay>> CountAsync(
        ReportingDay day, DateTimeOffset knownBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        return past.InTurnAsync(() => ReadAsync(day, knownBy, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, DepartmentDay>> ReadAsync(
        ReportingDay day, DateTimeOffset knownBy, CancellationToken cancellationToken)
    {
        var before = await restorer.RestoreAsync(day.PeriodStart.AddTicks(-1), cancellationToken);
        var declared = before.DeclaredFigures()
            .Select(one => one.Event)
            .Where(one => one.Detail is EmergencyDepartmentDeclared)
            .ToList();
        var reading = new Reading();
        reading.Expect(await journal.LastRecordedByAsync(knownBy, cancellationToken) - before.Sequence);
        Work.Current?.Follow(reading);
        await foreach (var batch in journal.ReadAsync(before.Sequence, cancellationToken))
        {
            foreach (var entry in batch.TakeWhile(entry => entry.RecordedAt <= knownBy))
            {
                if (entry.Event.Detail is EmergencyDepartmentDeclared && entry.Event.OccurredAt <= day.PeriodEnd)
                {
                    declared.Add(entry.Event);
                }
            }

            reading.Add(batch.Count);
            if (batch[^1].RecordedAt > knownBy)
            {
                break;
            }
        }

        reading.End();

        return declared
            .GroupBy(one => one.Site, StringComparer.Ordinal)
            .ToDictionary(site => site.Key, site => Count(site, day), StringComparer.Ordinal);
    }

    private static DepartmentDay Count(IEnumerable<FlowEvent> declared, ReportingDay day)
    {
        var (closures, diverts) = (0, 0);
        var status = DepartmentStatus.Open;
        foreach (var one in declared.Order(EventOrder.Instance))
        {
            var next = ((EmergencyDepartmentDeclared)one.Detail).Status;
            if (one.OccurredAt >= day.PeriodStart && next != status)
            {
                closures += next == DepartmentStatus.Closed ? 1 : 0;
                diverts += next == DepartmentStatus.Divert ? 1 : 0;
            }

            status = next;
        }

        return new DepartmentDay(closures, diverts);
    }
}
