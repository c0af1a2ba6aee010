namespace MseControlCentre.Server.Configuration;

/// <summary>Files that only their owner may read: what is in them would let somebody in, or names people.</summary>
public static class PrivateFile
{
    /// <summary>
    /// Makes an empty file, mode 0600, when it is missing. SQLite gives its side files the same mode.
    /// </summary>
    public static void Ensure(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }
}
