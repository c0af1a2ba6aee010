using System.Diagnostics;
using System.Net.Sockets;

namespace MseControlCentre.Saturation.Load;

/// <summary>Runs one measurement over all its connections.</summary>
internal static class LoadRun
{
    /// <summary>Warms up, measures and adds up.</summary>
    public static async Task<LoadResult> RunAsync(LoadOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var measureFrom = start + (long)(options.WarmUp.TotalSeconds * Stopwatch.Frequency);
        var measureTo = measureFrom + (long)(options.Duration.TotalSeconds * Stopwatch.Frequency);
        var connections = Enumerable.Range(0, options.Connections)
            .Select(number => new LoadConnection(options, number, ExchangeFor(options, number)))
            .ToList();
        var errors = await Task.WhenAll(
            connections.Select(connection => RunOneAsync(connection, measureFrom, measureTo)));
        var latencies = new LatencyHistogram();
        connections.ForEach(connection => latencies.Add(connection.Latencies));
        var events = connections.Sum(connection => connection.Events);
        return new LoadResult(
            events,
            connections.Sum(connection => connection.Refused),
            connections.Sum(connection => connection.AcceptedInAll),
            Math.Round(events / options.Duration.TotalSeconds),
            latencies.Percentile(0.5),
            latencies.Percentile(0.9),
            latencies.Percentile(0.99),
            latencies.Count == 0 ? null : Math.Round(latencies.Longest.TotalMilliseconds, 3),
            errors.Concat(connections.Select(connection => connection.FirstError))
                .FirstOrDefault(error => error is not null));
    }

    private static async Task<string?> RunOneAsync(LoadConnection connection, long measureFrom, long measureTo)
    {
        try
        {
            await connection.RunAsync(measureFrom, measureTo);
            return null;
        }
        catch (SocketException exception)
        {
            return exception.Message; // reported as the run's first error, which fails its gate
        }
    }

    private static IExchange ExchangeFor(LoadOptions options, int number) => options.Door == Door.Mllp
        ? new MllpExchange($"{options.Run}{number:x}-", number)
        : new JsonExchange($"{options.Run}{number:x}-", number, options.Batch, options.Key);
}
