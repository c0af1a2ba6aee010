using System.Text.Json;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Configuration;

/// <summary>A network file that has been read and found right.</summary>
/// <param name="Map">What it says.</param>
/// <param name="Content">The file itself, as the journal keeps it.</param>
public sealed record AdoptableNetwork(NetworkMap Map, JsonElement Content)
{
    /// <summary>Reads a network file.</summary>
    /// <exception cref="StartRefusedException">It is missing or wrong; names every error.</exception>
    public static AdoptableNetwork Read(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            using var file = File.OpenRead(full);
            if (file.Length > NetworkFile.LargestBytes)
            {
                throw Refuse(full, $"{file.Length} bytes are too many; expected at most {NetworkFile.LargestBytes}.");
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(full, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refuse(
                full, $"cannot be read ({exception.Message}). Give the path of a network file.", exception);
        }
    }

    private static AdoptableNetwork Read(string path, ReadOnlyMemory<byte> bytes)
    {
        var read = NetworkFile.Read(bytes.Span);
        if (read.Map is not { } map)
        {
            throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                [.. read.Errors.Select(error => new ConfigurationError($"--network {path}", error.ToString()))]);
        }

        var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return new AdoptableNetwork(map, JsonElement.Parse(json.Span));
    }

    private static StartRefusedException Refuse(string path, string message, Exception? inner = null) =>
        new(ExitCodes.BadConfiguration, $"--network {path}", message, inner);
}
