using MseControlCentre.Domain;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>Reads a whole journal, applies every entry, and says what state it leads to.</summary>
public static class VerifyJournalCommand
{
    /// <summary>Verifies. Returns the exit code.</summary>
    /// <exception cref="StartRefusedException">There is no journal.</exception>
    public static async Task<int> RunAsync(string dataDirectory, TextWriter output, CancellationToken cancellationToken)
    {
        var data = DataDirectory.OpenExisting(dataDirectory);
        await using var journal = await JournalOpening.OpenAsync(data, TimeProvider.System, cancellationToken);
        var centre = new ControlCentre();
        await foreach (var batch in journal.ReadAsync(0, cancellationToken))
        {
            foreach (var entry in batch)
            {
                centre.Apply(entry);
            }
        }

        await output.WriteLineAsync($"{centre.Sequence} entries, each one read and applied in order.");
        await output.WriteLineAsync($"State hash {centre.StateHash()}");
        return ExitCodes.Ok;
    }
}
