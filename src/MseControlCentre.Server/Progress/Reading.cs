namespace MseControlCentre.Server.Progress;

/// <summary>
/// How far one pass over something is, such as entries of the journal. One thread counts, others look.
/// </summary>
public sealed class Reading
{
    private long _done;
    private long _total;
    private volatile bool _ended;

    /// <summary>How many are done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>How many there are to do; 0 while that is not known.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Share of it that is done, 0 to 1.</summary>
    public double Share => _ended ? 1 : Total <= 0 ? 0 : Math.Min(1, (double)Done / Total);

    /// <summary>Says how many there are to do.</summary>
    public void Expect(long total) => Interlocked.Exchange(ref _total, Math.Max(0, total));

    /// <summary>Counts what is done.</summary>
    public void Add(long more) => Interlocked.Add(ref _done, more);

    /// <summary>Nothing more comes, however much was expected.</summary>
    public void End() => _ended = true;
}
