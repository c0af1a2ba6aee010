using System.Text.Json;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Clock;

/// <summary>
/// DATA/clock.json: the mark of a simulated day, and where its clock stood. A directory with this file is never used
/// with the system clock, nor a real one with a simulated clock: made-up and real patients must not meet.
/// </summary>
/// <param name="Origin">Simulated instant at which the day began.</param>
/// <param name="Simulated">Simulated time when the file was written.</param>
/// <param name="Real">Real time when the file was written.</param>
public sealed record ClockFile(DateTimeOffset Origin, DateTimeOffset Simulated, DateTimeOffset Real)
{
    /// <summary>
    /// A server that was away for longer than this goes on where it stopped: otherwise a night's rest at 60 times real
    /// time would lose a month. A shorter absence counts, as it would for a hospital.
    /// </summary>
    public static readonly TimeSpan LongestAbsenceThatCounts = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Chooses the clock of a data directory.</summary>
    /// <exception cref="StartRefusedException">
    /// A real and a simulated day would be mixed, or the file is broken.
    /// </exception>
    public static TimeProvider Open(DataDirectory data, ServerOptions options, TimeProvider real)
    {
        var file = Read(data.ClockFile);
        if (options.Speed is not { } speed)
        {
            return file is null
                ? real
                : throw new StartRefusedException(
                    ExitCodes.BadConfiguration,
                    "--data",
                    $"{data.Root} holds a simulated day. Start with --speed, or give another directory for real data.");
        }

        if (file is null && File.Exists(data.JournalFile))
        {
            throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                "--speed",
                $"{data.Root} holds real data. Start without --speed, or give another directory for a simulated day.");
        }

        var now = real.GetUtcNow();
        var start = options.ClockStart ?? now;
        file ??= new ClockFile(start, start, now);
        var away = now - file.Real;
        var counts = away > TimeSpan.Zero && away <= LongestAbsenceThatCounts ? away : TimeSpan.Zero;
        var clock = new SimulatedClock(real, file.Simulated + (counts * speed), speed, file.Origin);
        Write(data.ClockFile, clock, real);
        return clock;
    }

    /// <summary>Writes where the clock stands, in one step.</summary>
    public static void Write(string path, SimulatedClock clock, TimeProvider real)
    {
        var file = new ClockFile(clock.Origin, clock.GetUtcNow(), real.GetUtcNow());
        var fresh = path + ".new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(file, s_json));
        File.Move(fresh, path, overwrite: true);
    }

    private static ClockFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ClockFile>(File.ReadAllBytes(path), s_json)
                ?? throw new JsonException("it holds null");
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException(
                ExitCodes.DataUnusable,
                path,
                $"the clock of the simulated day cannot be read ({exception.Message}). "
                + "Restore it from a copy, or give another data directory.",
                exception);
        }
    }
}
