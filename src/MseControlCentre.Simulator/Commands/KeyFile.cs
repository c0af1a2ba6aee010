using System.Text.Json;
using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Commands;

/// <summary>The keys of the feeds in a file: <c>{ "basildon-ed": "msecc_..." }</c>.</summary>
internal static class KeyFile
{
    /// <summary>Reads it; no keys when there is no file.</summary>
    /// <exception cref="CommandException">It cannot be read, or names no feed. Never repeats a key.</exception>
    public static IReadOnlyDictionary<string, string> Read(string? path, NetworkFile network)
    {
        if (path is null)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var keys = Parsed(path);
        var feeds = network.Feeds.Select(feed => feed.Id).ToList();
        return keys.Keys.All(name => feeds.Contains(name, StringComparer.Ordinal))
            ? keys
            : throw new CommandException($"--keys: a name in it is no feed; there are {string.Join(", ", feeds)}.");
    }

    private static Dictionary<string, string> Parsed(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))
                ?? throw new CommandException("--keys: the file holds null; an object of feeds and keys is expected.");
        }
        catch (JsonException error)
        {
            throw new CommandException(
                $"--keys: line {error.LineNumber + 1} is not as expected: {{ \"basildon-ed\": \"msecc_...\" }}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--keys: {path} cannot be read: {error.Message}");
        }
    }
}
