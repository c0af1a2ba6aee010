using System.Text.Json.Nodes;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Opel;

/// <summary>A folder with copies of the shipped rule sets, to be changed.</summary>
internal sealed class RuleSetFolder : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public RuleSetFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("deploy", "opel")))
        {
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }
    }

    public const string Later = "acute-2024-26.json";

    public const string Earlier = "acute-2023-24.json";

    public string Path => _folder.Path;

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    public void Change(string name, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(FileOf(name)))!;
        change(json);
        File.WriteAllText(FileOf(name), json.ToJsonString());
    }

    public void Dispose() => _folder.Dispose();
}
