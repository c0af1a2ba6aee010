using System.Text.Json;
using BenchmarkDotNet.Attributes;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Benchmarks;

/// <summary>
/// All figures of all scopes of Mid and South Essex at its fullest in one picture: three sites, 1,700 inpatients, 200 in
/// the departments, a day and a half of what came and went. It must take less than 5 ms.
/// </summary>
[MemoryDiagnoser]
public class PictureBenchmark
{
    private readonly ControlCentre _centre = new();
    private DateTimeOffset _at;

    /// <summary>Fills the system.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _at = new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
        var network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
        var file = JsonElement.Parse(File.ReadAllText(Repository.NetworkFile));
        Apply(_at.AddDays(-40), TestNetwork.Adoption() with { Detail = new NetworkAdopted(network.Version, file) });
        foreach (var told in new FullSystem(network, _at).Events())
        {
            Apply(told.OccurredAt, told);
        }

        var picture = _centre.PictureAt(_at);
        Console.WriteLine(
            $"// {_centre.Sequence} events, {picture.AllFigures().Count()} figures, "
            + $"{picture.Find(picture.NetworkCode + ":beds.inpatients")?.Value} inpatients, "
            + $"{picture.Find(picture.NetworkCode + ":ed.in-department")?.Value} in the departments");
    }

    /// <summary>All figures of all scopes.</summary>
    [Benchmark]
    public Picture PictureAt() => _centre.PictureAt(_at);

    /// <summary>The figures of one site, as one point of a history needs them.</summary>
    [Benchmark]
    public FigureSet FiguresOfASite() => _centre.FiguresAt("RAJ12", _at)!;

    /// <summary>What is behind the figure with the most evidence.</summary>
    [Benchmark]
    public FigureEvidence Evidence() => _centre.EvidenceAt("RAJ12:beds.occupied", _at, 100)!;

    /// <summary>The hash of the whole state.</summary>
    [Benchmark]
    public string StateHash() => _centre.StateHash();

    private void Apply(DateTimeOffset recordedAt, FlowEvent told) =>
        _centre.Apply(new JournalEntry(_centre.Sequence + 1, recordedAt, told));
}
