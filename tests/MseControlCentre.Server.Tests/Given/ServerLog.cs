namespace MseControlCentre.Server.Tests.Given;

/// <summary>What a server has logged so far, which it may still write to. There is a file for each day.</summary>
public static class ServerLog
{
    /// <summary>All of it.</summary>
    /// <param name="data">The server's data directory.</param>
    public static string Of(string data) =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(data, "logs"), "*.log").Order(StringComparer.Ordinal).Select(Read));

    private static string Read(string file)
    {
        using var reader = new StreamReader(
            new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
