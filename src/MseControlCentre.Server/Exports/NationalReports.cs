using System.Globalization;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Exports;

/// <summary>Makes national returns from the journal.</summary>
public sealed class NationalReports(ReportPicturesReader pictures, TimeProvider clock)
{
    /// <summary>Names of the returns.</summary>
    public static IReadOnlyList<string> Names { get; } = [UecDailySitrep.Name, AcuteDischargeSitrep.Name];

    /// <summary>The day of reporting that a text names; null when it names none.</summary>
    public static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year > 2000 ? date : null;

    /// <summary>Whether the snapshot of a day is yet to come.</summary>
    public bool IsAhead(ReportingDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return day.Snapshot > clock.GetUtcNow();
    }

    /// <summary>Makes a return; null when nothing had been recorded by its snapshot.</summary>
    /// <exception cref="ArgumentException">There is no such return.</exception>
    /// <exception cref="Live.TooManyReplaysException">Too many others look at the past.</exception>
    public async Task<NationalReport?> MakeAsync(
        string name, NetworkMap network, ReportingDay day, bool knownNow, CancellationToken cancellationToken)
    {
        if (await pictures.TakeAsync(day, knownNow, cancellationToken) is not { } taken)
        {
            return null;
        }

        return name switch
        {
            UecDailySitrep.Name => UecDailySitrep.Of(network, day, taken),
            AcuteDischargeSitrep.Name => AcuteDischargeSitrep.Of(network, day, taken),
            _ => throw new ArgumentException("There is no such return.", nameof(name)),
        };
    }
}
