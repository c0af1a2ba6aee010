using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Values of a pack as they are read.</summary>
public static class PackText
{
    /// <summary>What stands for a wait when nobody waits.</summary>
    public const string None = "none";

    private const string Percent = "percent";

    /// <summary>A value with the unit that cannot be left to its row's name; a dash when it is not known.</summary>
    public static string Of(PackValue value, string unit) =>
        Known(value) is { } known ? Number(known, unit) + Suffix(unit) : FigureView.Dash;

    /// <summary>A number of a unit, without it.</summary>
    public static string Number(double value, string unit)
    {
        // What rounds to nothing has no sign.
        var rounded = Math.Round(value, unit is "minutes" ? 0 : 1, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString("#,0.#", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>The value; null when it is not known.</summary>
    public static double? Known(PackValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Quality is FigureQuality.Unknown ? null : value.Value;
    }

    /// <summary>
    /// Whether a longest wait has no value because it is known that nobody waits: then it is none, and not unknown.
    /// </summary>
    /// <param name="standing">The figures of the same place, and perhaps of others.</param>
    /// <param name="one">The figure.</param>
    /// <param name="value">Which of its values: now, or then.</param>
    public static bool IsNone(
        IEnumerable<PackStanding> standing, PackStanding one, Func<PackStanding, PackValue> value)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(value);
        var (longest, waiting) = (HandoverMeasures.AmbulanceLongestWait.Id, HandoverMeasures.AmbulancesWaiting.Id);
        return Known(value(one)) is null
            && one.Figure.EndsWith(":" + longest, StringComparison.Ordinal)
            && standing.Any(other => Known(value(other)) is 0
                && string.Equals(other.Figure, one.Figure[..^longest.Length] + waiting, StringComparison.Ordinal));
    }

    /// <summary>How far a value can be trusted, in words; null when nothing needs saying.</summary>
    public static string? Note(PackValue value, CallsContext context, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(context);
        var quality = Known(value) is null ? "not known" : Of(value.Quality);
        var since = value.CountedSince is { } from ? "counted since " + context.Say(from, at) : null;
        return quality is null && since is null ? null : string.Join(", ", new[] { quality, since }.OfType<string>());
    }

    /// <summary>How far something can be trusted, in words; null when it is from a feed that is heard.</summary>
    public static string? Of(FigureQuality quality) => quality switch
    {
        FigureQuality.Live => null,
        FigureQuality.Late => "late",
        FigureQuality.Stale => "no longer current",
        FigureQuality.Declared => "declared",
        _ => "not known",
    };

    /// <summary>What stands behind a number of a unit.</summary>
    public static string Suffix(string unit) => unit switch
    {
        Percent => "%",
        "hours" => " h",
        "minutes" => " min",
        _ => "",
    };

    /// <summary>What a difference is counted in, before a word: a share's is in points.</summary>
    public static string OfDifference(string unit) => unit switch
    {
        Percent => " points",
        _ => Suffix(unit),
    };
}
