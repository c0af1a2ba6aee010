namespace MseControlCentre.Server.Configuration;

/// <summary>How often one address may ask for a kind of thing.</summary>
/// <param name="Burst">Requests that may come at once.</param>
/// <param name="Refill">Requests that may follow in every <paramref name="Period"/>.</param>
/// <param name="Period">The time in which <paramref name="Refill"/> more are let in.</param>
public sealed record RequestRate(int Burst, int Refill, TimeSpan Period)
{
    /// <summary>A rate told by the second.</summary>
    public static RequestRate ASecond(int refill, int burst) => new(burst, refill, TimeSpan.FromSeconds(1));
}

/// <summary>
/// Bounds of what one address, and all of them together, may ask of the server. A wall is never counted: pages of now,
/// their live line, health and files of the client are free. Sizes of what feeds send are in
/// <see cref="MseControlCentre.Feeds.FeedLimits"/>.
/// </summary>
public sealed record RequestLimits
{
    /// <summary>
    /// Requests that bring events or files of declared figures, from another machine: each may carry 10,000 events.
    /// </summary>
    public RequestRate Intake { get; init; } = RequestRate.ASecond(2_000, burst: 4_000);

    /// <summary>
    /// The same from this machine, where one proxy speaks for all feeds: above what two cores took in the saturation
    /// runs (<c>load-tests/results</c>), so that it stops a runaway sender and not a busy one.
    /// </summary>
    public RequestRate IntakeFromThisMachine { get; init; } = RequestRate.ASecond(50_000, burst: 100_000);

    /// <summary>Forms sent by people.</summary>
    public RequestRate Forms { get; init; } = RequestRate.ASecond(5, burst: 100);

    /// <summary>Look-backs, exports and replays, which read the journal and cost seconds of processor.</summary>
    public RequestRate LookBacks { get; init; } = RequestRate.ASecond(10, burst: 200);

    /// <summary>
    /// Tries to sign in or to use a link, from one address: a hospital's staff may come from one address at the start
    /// of a shift, somebody who guesses comes for longer. An account rests besides after a few wrong passwords.
    /// </summary>
    public RequestRate SignIns { get; init; } = new(60, 20, TimeSpan.FromMinutes(1));

    /// <summary>
    /// Readings with one access key, from wherever it is shown. Walls that use one open their lines so.
    /// </summary>
    public RequestRate KeyReads { get; init; } = RequestRate.ASecond(200, burst: 2_000);

    /// <summary>Largest body in bytes where an endpoint does not set its own. Default 64 KiB.</summary>
    public long MaxBodyBytes { get; init; } = 64 * 1024;

    /// <summary>Largest head of a request in bytes. Default 16 KiB.</summary>
    public int MaxHeadBytes { get; init; } = 16 * 1024;

    /// <summary>Time in which the head of a request must have come. Default 10 seconds.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Slowest that a body may come, in bytes a second, once <see cref="SlowBodyGrace"/> is over.</summary>
    public double SlowestBody { get; init; } = 240;

    /// <summary>Time a body may stand still or drip. Default 5 seconds; more than one.</summary>
    public TimeSpan SlowBodyGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections of one door open at once. Default 20,000; MLLP has a smaller bound of its own.</summary>
    public long MaxConnections { get; init; } = 20_000;

    /// <summary>Live lines (WebSockets) open at once. Default 10,000.</summary>
    public long MaxLiveLines { get; init; } = 10_000;

    /// <summary>Connections of one door that one other machine may hold open. Default 1,000.</summary>
    public int ConnectionsPerAddress { get; init; } = 1_000;

    /// <summary>The same for this machine, where a proxy or a tunnel speaks for many. Default 12,000.</summary>
    public int ConnectionsFromThisMachine { get; init; } = 12_000;
}
