using MseControlCentre.Domain;
using MseControlCentre.Journal.Verification;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>Checks a whole journal, applies every sound entry, and says what state it leads to.</summary>
public static class VerifyJournalCommand
{
    /// <summary>Verifies. Returns the exit code.</summary>
    /// <exception cref="StartRefusedException">There is no journal, or it cannot be read.</exception>
    public static async Task<int> RunAsync(string dataDirectory, TextWriter output, CancellationToken cancellationToken)
    {
        var data = DataDirectory.OpenExisting(dataDirectory);
        var centre = new ControlCentre();
        var report = await JournalOpening.Guard(
            data, () => JournalVerifier.VerifyAsync(data.JournalFile, centre.Apply, cancellationToken));
        await output.WriteLineAsync(report.Describe(data.JournalFile));
        await output.WriteLineAsync($"State after entry {centre.Sequence}: {centre.StateHash()}");
        return report.IsSound ? ExitCodes.Ok : ExitCodes.DataUnusable;
    }
}
