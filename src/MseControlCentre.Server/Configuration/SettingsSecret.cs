namespace MseControlCentre.Server.Configuration;

/// <summary>
/// A secret that a settings file names and does not hold: it is read from a file of its own, or from the environment.
/// </summary>
internal static class SettingsSecret
{
    private const string Expected = "expected {\"file\": \"PATH\"} or {\"environment\": \"NAME\"}; "
        + "the secret itself is never written into this file.";

    /// <summary>Reads it; empty, and told of, when it is not there.</summary>
    /// <param name="node">The object that names it.</param>
    /// <param name="key">The key under which it does.</param>
    /// <param name="settingsFile">The settings file; a path is meant from its folder.</param>
    /// <param name="example">Name of such a variable.</param>
    public static string Read(SettingsNode node, string key, string settingsFile, string example)
    {
        if (!node.Has(key))
        {
            node.Wrong(key, "is missing; " + Expected);
            return string.Empty;
        }

        if (!node.IsObject(key))
        {
            node.Wrong(key, Expected);
            return string.Empty;
        }

        var where = node.Child(key)!;
        where.Only("file", "environment");
        if (where.Has("file") == where.Has("environment"))
        {
            node.Wrong(key, "names both places or none; " + Expected);
            return string.Empty;
        }

        return where.Has("file")
            ? OfFile(where, Path.GetDirectoryName(settingsFile)!, example)
            : OfEnvironment(where, example);
    }

    private static string OfEnvironment(SettingsNode where, string example)
    {
        var name = where.Text("environment", example);
        if (name.Length > 0 && Environment.GetEnvironmentVariable(name) is { Length: > 0 } secret)
        {
            return secret.Trim();
        }

        where.Wrong("environment", $"names {name}, which is not set or empty. Set it for the process of the server.");
        return string.Empty;
    }

    private static string OfFile(SettingsNode where, string folder, string example)
    {
        var path = Path.Combine(folder, where.Text("file", $"/etc/mse/{example}"));
        try
        {
            if (File.ReadAllText(path).Trim() is { Length: > 0 } secret)
            {
                return secret;
            }

            where.Wrong("file", $"names {path}, which is empty. Write the secret into it, and nothing else.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            where.Wrong("file", $"names {path}, which cannot be read ({exception.Message}).");
        }

        return string.Empty;
    }
}
