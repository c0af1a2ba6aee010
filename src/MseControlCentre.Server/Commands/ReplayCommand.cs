using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Commands;

/// <summary>Prints the picture of a past instant, and the hash of the state behind it, as JSON.</summary>
public static class ReplayCommand
{
    /// <summary>Prints. Returns the exit code.</summary>
    /// <exception cref="StartRefusedException">There is no journal, or nothing had been recorded by then.</exception>
    public static async Task<int> RunAsync(
        string dataDirectory, DateTimeOffset until, TextWriter output, CancellationToken cancellationToken)
    {
        var data = DataDirectory.OpenExisting(dataDirectory);
        await using var journal = await JournalOpening.OpenReadOnlyAsync(data, cancellationToken);
        using var past = new PastPictures(journal, new StateRestorer(journal, NullLogger<StateRestorer>.Instance));
        var state = await past.AsShownAsync(until, cancellationToken)
            ?? throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                "--until",
                $"nothing had been recorded by {until:O}; give a later instant.");
        var replayed = new ReplayedPicture(state.StateHash, PictureDocument.From(state.Picture));
        await output.WriteLineAsync(JsonSerializer.Serialize(replayed, PictureJson.Default.ReplayedPicture));
        return ExitCodes.Ok;
    }
}

/// <summary>What <c>replay</c> prints.</summary>
/// <param name="StateHash">Hash of the state.</param>
/// <param name="Picture">The picture.</param>
public sealed record ReplayedPicture(string StateHash, PictureDocument Picture);
