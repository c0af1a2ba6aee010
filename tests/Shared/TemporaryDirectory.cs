namespace MseControlCentre.Tests.Shared;

/// <summary>A directory of one test, gone when the test is over.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("control-centre-test-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
