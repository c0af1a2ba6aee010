using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Progress;

namespace MseControlCentre.Server.Exports;

/// <summary>What a return is made of.</summary>
/// <param name="Snapshot">The board at 08:00 of the day of reporting.</param>
/// <param name="PeriodSnapshot">The board at 08:00 of the day before.</param>
/// <param name="FiveOClock">The day before until 17:00:59.</param>
/// <param name="PeriodEnd">The day before, whole.</param>
/// <param name="Departments">Closures and diverts that began that day, by site; sites of which nothing is known are
/// missing.</param>
public sealed record ReportPictures(
    Picture Snapshot,
    Picture? PeriodSnapshot,
    Picture? FiveOClock,
    Picture? PeriodEnd,
    IReadOnlyDictionary<string, DepartmentDay> Departments);

/// <summary>
/// Takes a return's pictures from the journal. A return is made of what was known at 08:00 of its day, whenever it is
/// asked: the snapshot is the board as it was shown then, and the day before is counted from the entries recorded by
/// then. Or, to amend it, of what is known now.
/// </summary>
public sealed class ReportPicturesReader(PastPictures past, DepartmentDays departments)
{
    /// <summary>Passes over the journal: four pictures and the departments.</summary>
    private const int Passes = 5;

    /// <summary>Takes them; null when nothing had been recorded by 08:00.</summary>
    /// <param name="day">The day.</param>
    /// <param name="knownNow">Whether what came later counts too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TooManyReplaysException">Too many others look at the past.</exception>
    public async Task<ReportPictures?> TakeAsync(ReportingDay day, bool knownNow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        Work.Current?.Expect(Passes);
        var knownBy = knownNow ? DateTimeOffset.MaxValue : day.Snapshot;
        var snapshot = knownNow
            ? await past.AsKnownNowAsync(day.Snapshot, cancellationToken)
            : await past.AsShownAsync(day.Snapshot, cancellationToken);
        return snapshot is null ? null : new ReportPictures(
            snapshot.Picture,
            (await past.AsKnownByAsync(day.PeriodSnapshot, knownBy, cancellationToken))?.Picture,
            (await past.AsKnownByAsync(day.FiveOClock, knownBy, cancellationToken))?.Picture,
            (await past.AsKnownByAsync(day.PeriodEnd, knownBy, cancellationToken))?.Picture,
            await departments.CountAsync(day, knownBy, cancellationToken));
    }
}
