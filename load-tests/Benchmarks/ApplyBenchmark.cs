using BenchmarkDotNet.Attributes;
using MseControlCentre.Domain;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Benchmarks;

/// <summary>Applying events to the full domain on one core: 100,000 attendances with what follows from them.</summary>
[MemoryDiagnoser]
public class ApplyBenchmark
{
    private FlowEvent[] _events = [];
    private (FlowEvent Envelope, string Kind, byte[] Detail)[] _stored = [];

    /// <summary>Events of one iteration; the mean time divided by it is the time of one event.</summary>
    [Params(100_000)]
    public int Attendances { get; set; }

    /// <summary>Prepares the events and their stored form.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _events = [.. FlowOfADay.Events(Attendances)];
        _stored = [.. _events.Select(e => (e, e.Kind, EventCatalogue.Encode(e.Detail)))];
        Console.WriteLine($"// events: {_events.Length}");
    }

    /// <summary>Events that are already decoded.</summary>
    [Benchmark(Baseline = true)]
    public long ApplyDecoded()
    {
        var centre = Start();
        foreach (var flowEvent in _events)
        {
            centre.Apply(new JournalEntry(centre.Sequence + 1, flowEvent.OccurredAt, flowEvent));
        }

        return centre.Sequence;
    }

    /// <summary>Events as the journal keeps them: the detail is decoded from JSON first.</summary>
    [Benchmark]
    public long ApplyStored()
    {
        var centre = Start();
        foreach (var (envelope, kind, detail) in _stored)
        {
            var flowEvent = envelope with { Detail = EventCatalogue.Decode(kind, detail) };
            centre.Apply(new JournalEntry(centre.Sequence + 1, flowEvent.OccurredAt, flowEvent));
        }

        return centre.Sequence;
    }

    private static ControlCentre Start()
    {
        var centre = new ControlCentre();
        centre.Apply(new JournalEntry(1, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), TestNetwork.Adoption()));
        return centre;
    }
}
