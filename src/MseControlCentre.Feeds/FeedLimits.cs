namespace MseControlCentre.Feeds;

/// <summary>
/// Bounds of what the feeds take. The defaults fit a hospital system; a larger frame asks for more memory.
/// </summary>
public sealed record FeedLimits
{
    /// <summary>Longest HL7 frame in bytes, without its framing. Default 1 MiB: messages of 200 KB do occur.</summary>
    public int MaxFrameBytes { get; init; } = 1024 * 1024;

    /// <summary>Messages taken from one frame (a batch). Default 5,000.</summary>
    public int MaxMessagesPerFrame { get; init; } = 5_000;

    /// <summary>
    /// Bytes outside frames that are tolerated before a connection's next frame starts. Default 4 KiB.
    /// </summary>
    public int MaxStrayBytes { get; init; } = 4 * 1024;

    /// <summary>Time in which a started frame must end. Default 60 seconds.</summary>
    public TimeSpan FrameTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Time for which a refused connection is still listened to, so that its answer arrives; it ends sooner when its
    /// sender ends it. Default 5 seconds.
    /// </summary>
    public TimeSpan FarewellTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>MLLP connections open at once; more are refused. Default 12,000.</summary>
    public int MaxConnections { get; init; } = 12_000;

    /// <summary>Frames of one connection that may await their answer. Default 64.</summary>
    public int MaxInFlight { get; init; } = 64;

    /// <summary>Largest body of <c>POST /api/events</c> in bytes. Default 10 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Events in one body. Default 10,000.</summary>
    public int MaxItems { get; init; } = 10_000;

    /// <summary>Largest file of declared figures in bytes. Default 1 MiB.</summary>
    public int MaxSitrepBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// Rows in one file of declared figures. Default 5,000; at most what one append takes: a file is taken whole or
    /// not at all.
    /// </summary>
    public int MaxSitrepRows { get; init; } = 5_000;

    /// <summary>Faults of a file that are told one by one; all are counted. Default 100.</summary>
    public int MaxSitrepFaults { get; init; } = 100;

    /// <summary>Largest quarantine file in bytes before a new one is begun. Default 4 MiB.</summary>
    public int QuarantineFileBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Quarantine files kept; the oldest is dropped, and its entries are counted. Default 8.</summary>
    public int QuarantineFiles { get; init; } = 8;
}
