namespace MseControlCentre.Simulator.Delivery;

/// <summary>What became of the messages of one feed. Read from other threads for the hourly line.</summary>
public sealed class SenderCounts
{
    private const int MostLogged = 20;
    private long _accepted;
    private long _refused;
    private long _retries;

    /// <summary>Messages acknowledged.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Messages refused (AE, AR, rejected): logged, counted, not sent again.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Attempts that failed and were made again.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Counts acknowledged messages.</summary>
    public void Accept(long count) => Interlocked.Add(ref _accepted, count);

    /// <summary>Counts a failed attempt.</summary>
    public void Retry() => Interlocked.Increment(ref _retries);

    /// <summary>Counts a refusal.</summary>
    /// <returns>Whether it should be logged: the first few are.</returns>
    public bool Refuse() => Interlocked.Increment(ref _refused) <= MostLogged;
}
