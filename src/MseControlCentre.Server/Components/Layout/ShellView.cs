using System.Globalization;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>What the frame around a page shows.</summary>
/// <param name="Name">Name of the system.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Clock">The server's clock now.</param>
/// <param name="Picture">The newest picture; null until the journal has been read.</param>
/// <param name="Links">The pages that the reader may open, in their order.</param>
/// <param name="Person">Name of the person who is signed in; null for a screen of a wall or a program.</param>
/// <param name="SignOut">Shows that they sign out from here; null when nobody can.</param>
public sealed record ShellView(
    string Name,
    LocalTime Local,
    ClockReading Clock,
    ShellPicture? Picture,
    IReadOnlyList<PageLink> Links,
    string? Person,
    FormToken? SignOut)
{
    /// <summary>
    /// A picture is taken at least every second of real time. One this much older means that the server has lost the
    /// thread, and what it shows is no longer now.
    /// </summary>
    public static readonly TimeSpan OldAfter = TimeSpan.FromSeconds(10);

    /// <summary>Whether the newest picture is too old to be taken for now.</summary>
    public bool IsOld => Picture is { } picture && (Clock.Now - picture.At) / Clock.Speed > OldAfter;

    /// <summary>How a simulated day runs, in words.</summary>
    public string SpeedText => Clock.Speed is 1
        ? "day"
        : string.Create(CultureInfo.InvariantCulture, $"day at {Clock.Speed:0.##} times");
}

/// <summary>Which picture a page shows.</summary>
/// <param name="At">The instant it describes.</param>
/// <param name="Version">Number of the publication.</param>
/// <param name="Sequence">The last journal entry it knows.</param>
public sealed record ShellPicture(DateTimeOffset At, long Version, long Sequence);
