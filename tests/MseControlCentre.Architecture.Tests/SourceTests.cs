using MseControlCentre.Domain.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Architecture.Tests;

/// <summary>Small rooms: what is read by people stays small enough to be read.</summary>
public sealed class SourceTests
{
    private const int MostLines = 500;
    private const int MostColumns = 120;

    [Fact]
    public void SourceFiles_AreNoLongerThanTheirBound()
    {
        var files = Sources("*.cs").Concat(Sources("*.razor")).ToList();

        Assert.NotEmpty(files);
        AssertNone(
            from file in files
            let lines = File.ReadLines(file).Count()
            where lines > MostLines
            select $"{Name(file)} has {lines} lines");
    }

    [Fact]
    public void SourceLines_AreNoWiderThanTheirBound() => AssertNone(
        from file in Sources("*.cs")
        from line in File.ReadLines(file).Index()
        where line.Item.Length > MostColumns
        select $"{Name(file)}:{line.Index + 1} has {line.Item.Length} columns");

    [Fact]
    public void NetworkFiles_OfDeploy_AllLoad()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("deploy", "networks"), "*.json")
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        AssertNone(files.SelectMany(file =>
            NetworkFile.Read(File.ReadAllBytes(file)).Errors.Select(error => $"{Name(file)}: {error}")));
    }

    /// <summary>Unlike an assertion about a collection, this shows every finding in full.</summary>
    private static void AssertNone(IEnumerable<string> findings)
    {
        var text = string.Join('\n', findings);
        Assert.True(text.Length == 0, text);
    }

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf("src"), pattern, SearchOption.AllDirectories)
            .Where(file => !Name(file).Split('/').Any(folder => folder is "obj" or "bin" or "node_modules"));

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
