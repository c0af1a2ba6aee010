using BenchmarkDotNet.Attributes;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Benchmarks;

/// <summary>One picture of a full site: 700 inpatients and 150 in the department, three days of ended stories.</summary>
[MemoryDiagnoser]
public class PictureBenchmark
{
    private readonly ControlCentre _centre = new();
    private DateTimeOffset _at;

    /// <summary>Fills the site.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _centre.Apply(new JournalEntry(1, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), TestNetwork.Adoption()));
        foreach (var flowEvent in FlowOfADay.Events(3_500))
        {
            _centre.Apply(new JournalEntry(_centre.Sequence + 1, flowEvent.OccurredAt, flowEvent));

        }

        _at = new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);
    }

    /// <summary>All figures of all scopes.</summary>
    [Benchmark]
    public Picture PictureAt() => _centre.PictureAt(_at);

    /// <summary>The hash of the whole state.</summary>
    [Benchmark]
    public string StateHash() => _centre.StateHash();
}
