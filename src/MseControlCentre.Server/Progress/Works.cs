using System.Security.Cryptography;

namespace MseControlCentre.Server.Progress;

/// <summary>
/// The works that somebody waits for. Bounded: when as many run as are kept, a further one runs without being told of.
/// </summary>
/// <param name="clock">Only its passing of real time is used.</param>
public sealed class Works(TimeProvider clock)
{
    /// <summary>Bound of the works that are kept, running or ended.</summary>
    public const int MostKept = 128;

    /// <summary>How long the end of a work is told, real time.</summary>
    public static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(2);

    private const int IdentityBytes = 16;

    private readonly Lock _gate = new();

    // Bound: MostKept.
    private readonly Dictionary<string, (Work Work, long? EndedAt)> _works = new(StringComparer.Ordinal);

    /// <summary>A new identity, which nobody can guess.</summary>
    public static string NewIdentity() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdentityBytes));

    /// <summary>Whether a text may be an identity: 32 hexadecimal digits.</summary>
    public static bool IsIdentity(string? text) =>
        text is { Length: IdentityBytes * 2 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// Begins a work. Null when the identity cannot be used, is taken, or too many run: the work goes on all the same.
    /// </summary>
    /// <param name="id">Its identity, chosen by who waits.</param>
    /// <param name="words">What it does.</param>
    public Work? Begin(string id, string words)
    {
        lock (_gate)
        {
            Forget();
            if (!IsIdentity(id) || _works.ContainsKey(id) || _works.Count >= MostKept)
            {
                return null;
            }

            var work = new Work(id, words);
            _works.Add(id, (work, null));
            return work;
        }
    }

    /// <summary>A work has ended; how is told for <see cref="ToldFor"/>.</summary>
    public void End(Work work, WorkState state, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.End(state, reason);
        lock (_gate)
        {
            if (_works.ContainsKey(work.Id))
            {
                _works[work.Id] = (work, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Where a work stands; null when there is none, or it ended long ago.</summary>
    public WorkProgress? Find(string id)
    {
        lock (_gate)
        {
            Forget();
            return _works.TryGetValue(id, out var found) ? found.Work.Read() : null;
        }
    }

    private void Forget()
    {
        foreach (var (id, (_, endedAt)) in _works)
        {
            if (endedAt is { } ended && clock.GetElapsedTime(ended) >= ToldFor)
            {
                _works.Remove(id);
            }
        }
    }
}
